// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of {@code talon demo}: the command that the script hands over to, with the class path
 * that this build wrote. The script itself would build first, in the middle of this build.
 */
final class DemoProcess implements AutoCloseable {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    /** A build that a shell started in the background ignores Ctrl-C, and so would its children. */
    private static final List<String> HEARS_INTERRUPT = List.of("env", "--default-signal=INT");

    private final Process process;
    private final Path out;
    private final Path err;

    private DemoProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it with the options; its output goes to files in {@code folder}. */
    static DemoProcess start(Path folder, String... options) throws IOException {
        Path target = HOME.resolve("deploy/local/target");
        List<String> command = new ArrayList<>(HEARS_INTERRUPT);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")); // as the script
        command.add("-Dtalon.home=" + HOME);
        command.add("-cp");
        command.add(
                target.resolve("classes")
                        + ":"
                        + Files.readString(target.resolve("runtime.classpath")).strip());
        command.add("io.talon.local.cli.LocalMain");
        command.add("demo");
        command.addAll(Arrays.asList(options));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        return new DemoProcess(process, out, err);
    }

    /** The exit code, or an error with what was said if it takes longer. */
    int exitCode(Duration within) throws IOException, InterruptedException {
        if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the demo still runs after " + within + "\n" + said());
        }
        return process.exitValue();
    }

    /** What Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Data, as far as it is written. */
    String printed() throws IOException {
        return Files.readString(out);
    }

    /** Talk, as far as it is written. */
    String said() throws IOException {
        return Files.readString(err);
    }

    /** The ports on which its parts listen, as it names them. */
    List<Integer> ports() throws IOException {
        List<Integer> ports = new ArrayList<>();
        Matcher matcher = LOOPBACK.matcher(said());
        while (matcher.find()) {
            ports.add(Integer.valueOf(matcher.group(1)));
        }
        return ports;
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            interrupt();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
