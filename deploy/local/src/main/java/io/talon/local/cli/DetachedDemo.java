// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import io.talon.local.process.JavaCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A demo in the background: another process runs it as in the foreground, and writes down where
 * everything is. One of a kind: the file that it writes is known by its place.
 */
final class DetachedDemo {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Pattern PID = Pattern.compile("\"pid\":(\\d+)");
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 300;

    private final Path ready;
    private final Path log;

    DetachedDemo(Path home) {
        this.ready = home.resolve(".talon").resolve("detached.json");
        this.log = home.resolve(".talon").resolve("detached.log");
    }

    /**
     * Starts one and waits until it is healthy.
     *
     * @param arguments of the demo, without those of detaching
     * @param json whether the document is printed as it is, else what the demo printed
     */
    int start(List<String> arguments, boolean json, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        if (running().isPresent()) {
            err.println("talon: a detached demo runs already. End it with: talon demo --stop");
            return 1;
        }
        Files.createDirectories(ready.getParent());
        Files.deleteIfExists(ready);
        Process demo =
                new ProcessBuilder(command(arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        err.println("starting in the background; its log is " + log);
        CompletableFuture<Process> ended = demo.onExit();
        while (!Files.exists(ready)) {
            if (hasEnded(ended)) {
                err.println("talon: the demo ended. The last of its log:");
                tail().forEach(err::println);
                return 1;
            }
        }
        if (json) {
            out.println(Files.readString(ready));
        } else {
            Files.readAllLines(log, StandardCharsets.UTF_8).forEach(out::println);
            out.println("It goes on in the background; end it with: talon demo --stop");
        }
        return 0;
    }

    /** Ends the one that runs. */
    int stop(PrintStream err) throws InterruptedException, IOException {
        Optional<ProcessHandle> demo = running();
        if (demo.isEmpty()) {
            err.println("talon: no detached demo runs");
            Files.deleteIfExists(ready);
            return 1;
        }
        demo.get().destroy();
        try {
            demo.get().onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            err.println("talon: the demo does not end; its log is " + log);
            return 1;
        }
        Files.deleteIfExists(ready);
        Files.deleteIfExists(log);
        err.println("stopped; nothing is left");
        return 0;
    }

    private static boolean hasEnded(CompletableFuture<Process> ended) throws InterruptedException {
        try {
            ended.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** In a session of its own, so that it outlives the terminal. */
    private List<String> command(List<String> arguments) {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.add(JavaCommand.java().toString());
        words.add("-XX:+UseSerialGC");
        words.add("-Dtalon.home=" + ready.getParent().getParent());
        words.add("-cp");
        words.add(System.getProperty("java.class.path"));
        words.add(LocalMain.class.getName());
        words.add("demo");
        words.add("--ready");
        words.add(ready.toString());
        words.addAll(arguments);
        return words;
    }

    /** The process that the file names, if it is still a demo's: numbers are used again. */
    private Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(ready)) {
            return Optional.empty();
        }
        Matcher pid = PID.matcher(Files.readString(ready));
        return pid.find()
                ? ProcessHandle.of(Long.parseLong(pid.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .filter(DetachedDemo::isADemo)
                : Optional.empty();
    }

    private static boolean isADemo(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(LocalMain.class.getName()))
                .orElse(true);
    }

    private List<String> tail() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return lines.subList(Math.max(0, lines.size() - 20), lines.size());
    }
}
