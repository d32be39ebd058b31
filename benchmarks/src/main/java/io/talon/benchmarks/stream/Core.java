// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The core that measured processes are held to, where the machine can be told so. */
final class Core {

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private Core() {}

    /** Whether {@link #hold} does anything. */
    static boolean canBeHeld() {
        return Files.isExecutable(TASKSET);
    }

    /** Holds all threads of this process, and those that they start, to the last core. */
    static void hold() {
        if (!canBeHeld()) {
            return;
        }
        String last = Integer.toString(Runtime.getRuntime().availableProcessors() - 1);
        String self = Long.toString(ProcessHandle.current().pid());
        try {
            Process process =
                    new ProcessBuilder(TASKSET.toString(), "-a", "-c", "-p", last, self)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            if (process.waitFor() != 0) {
                throw new IOException("taskset holds process %s to no core".formatted(self));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before anything was timed", e);
        }
    }
}
