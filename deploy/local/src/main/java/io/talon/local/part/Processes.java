// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.ChildProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes of one part. Thread-safe; once closed, none can be started any more. */
final class Processes implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final List<ChildProcess> children = new ArrayList<>();
    private boolean closed;

    /** Starts a process. */
    @FunctionalInterface
    interface Fork {
        ChildProcess fork() throws IOException;
    }

    /** The process of this name that runs, started if there is none. */
    synchronized ChildProcess running(String name, Fork fork) throws IOException {
        if (closed) {
            throw new IOException(name + " is being stopped");
        }
        children.removeIf(child -> child.name().equals(name) && !child.isAlive());
        for (ChildProcess child : children) {
            if (child.name().equals(name)) {
                return child;
            }
        }
        ChildProcess child = fork.fork();
        children.add(child);
        return child;
    }

    /** Forgets a process that was meant to end, and did. */
    synchronized void forget(String name) {
        children.removeIf(child -> child.name().equals(name) && !child.isAlive());
    }

    /** One that ended although it was not asked to. */
    synchronized Optional<ChildProcess> ended() {
        return closed
                ? Optional.empty()
                : children.stream().filter(child -> !child.isAlive()).findFirst();
    }

    /** Those that run. */
    synchronized List<ChildProcess> running() {
        return children.stream().filter(ChildProcess::isAlive).toList();
    }

    @Override
    public void close() {
        List<ChildProcess> stopping;
        synchronized (this) {
            closed = true;
            stopping = List.copyOf(children);
        }
        stopping.parallelStream().forEach(child -> child.stop(GRACE));
    }
}
