// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A command to run to its end.
 *
 * @param environment over that of this process; an empty value unsets
 */
public record Command(List<String> words, Map<String, String> environment, Path folder) {

    /** What a command left behind; {@code output} is both streams as they came. */
    public record Result(int exit, String output) {}

    /** A command in the root of the checkout. */
    public static Command of(Object... words) {
        return new Command(
                Arrays.stream(words).map(Object::toString).toList(), Map.of(), Checkout.ROOT);
    }

    /** The same with one variable more. */
    public Command with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value.toString());
        return new Command(words, more, folder);
    }

    /** The same in another folder. */
    public Command in(Path other) {
        return new Command(words, environment, other);
    }

    /** Whether a program of that name is on the path. */
    public static boolean exists(String program) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(entry -> Path.of(entry, program))
                .anyMatch(Files::isExecutable);
    }

    /** Runs it; ends it when it takes longer. */
    public Result run(Duration atMost) throws IOException, InterruptedException {
        Path output = Files.createTempFile("talon-checks", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            environment.forEach(
                    (name, value) -> {
                        builder.environment().put(name, value);
                        if (value.isEmpty()) {
                            builder.environment().remove(name);
                        }
                    });
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new AssertionError(
                        words + " took longer than " + atMost + ":\n" + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
