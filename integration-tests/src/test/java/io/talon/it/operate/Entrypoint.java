// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.JavaCommand;
import io.talon.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/**
 * One container's process: its image's entrypoint with the arguments and environment that Compose
 * or Kubernetes would give, stopped as they stop it (SIGTERM), asked for its health by the same
 * script.
 */
final class Entrypoint implements AutoCloseable {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int STARTS_AGAIN = 3;

    private final String name;
    private final Path script;
    private final Path folder;
    private final List<String> arguments;
    private final List<String> health;
    private final Map<String, String> environment = new TreeMap<>();
    private ChildProcess process;
    private int startedAgain;

    Entrypoint(
            String name,
            String script,
            Path folder,
            Map<String, String> environment,
            List<String> arguments,
            List<String> health) {
        this.name = name;
        this.script = ROOT.resolve(script);
        this.folder = folder;
        this.arguments = List.copyOf(arguments);
        this.health = List.copyOf(health);
        this.environment.putAll(environment);
        this.environment.put("JAVA_HOME", JavaCommand.javaHome().toString());
    }

    Entrypoint start() throws IOException {
        process = fork(name, arguments);
        return this;
    }

    void awaitHealthy() {
        Awaitility.await(name + " is healthy")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            if (!process.isAlive()) {
                                startAgain();
                            }
                            ChildProcess asked = fork(name + "-health", health);
                            int exit = asked.await(Duration.ofSeconds(20)).orElse(-1);
                            asked.stop(Duration.ZERO);
                            if (exit != 0) {
                                throw new AssertionError(name + " is not healthy: " + exit);
                            }
                        });
    }

    /** As Compose and Kubernetes do with what ended by itself, though not for ever. */
    private void startAgain() throws IOException {
        if (++startedAgain > STARTS_AGAIN) {
            throw new IOException(
                    name + " ended:\n" + String.join("\n", LogTail.of(process.log(), 30)));
        }
        start();
    }

    /** As a rolling restart does it: ended in order, started again, waited for. */
    void restart() throws IOException {
        process.stop(GRACE);
        start();
        awaitHealthy();
    }

    /** CPU time since it was started. */
    Duration cpu() {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow();
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop(GRACE);
        }
    }

    private ChildProcess fork(String called, List<String> given) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(script.toString());
        words.addAll(given);
        return ChildProcess.fork(
                called, words, folder, environment, folder.resolve(called + ".log"));
    }
}
