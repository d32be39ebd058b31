// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.local.part.Artefacts;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.JavaCommand;
import io.talon.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Flows of made-up sites with attacks, sent to Kafka by {@code talon ingest}. */
final class Traffic {
    private final Artefacts artefacts = new Artefacts(Entrypoint.ROOT);
    private final Path folder;

    Traffic(Path folder) {
        this.folder = folder;
    }

    /** Makes a log for each kind of site; each kind once. */
    List<Path> simulate(List<String> kinds, String duration)
            throws IOException, InterruptedException {
        return simulate(kinds, kinds, duration);
    }

    /**
     * Makes a log for each kind of site.
     *
     * @param sites their names: those of the kinds, with a number where a kind comes more than once
     */
    List<Path> simulate(List<String> kinds, List<String> sites, String duration)
            throws IOException, InterruptedException {
        Path out = folder.resolve("sites");
        finish(
                fork(
                        "simulate",
                        artefacts.simulatorCommands(),
                        "io.talon.simulator.cli.SimulateMain",
                        List.of(
                                "simulate",
                                "--sites",
                                String.join(",", kinds),
                                "--out",
                                out.toString(),
                                "--seed",
                                "20",
                                "--duration",
                                duration,
                                "--attacks",
                                "all")));
        return sites.stream().map(site -> out.resolve(site).resolve("conn.log")).toList();
    }

    /** How many destinations these sites talk to. */
    long destinations(List<String> sites) throws IOException {
        long sum = 0;
        for (JsonNode site :
                new ObjectMapper()
                        .readTree(folder.resolve("sites/truth.json").toFile())
                        .path("sites")) {
            if (sites.contains(site.path("name").asText())) {
                sum += site.path("destinations").asLong();
            }
        }
        return sum;
    }

    /** Starts to send a log, at most so many flows a second; 0 for as fast as it goes. */
    ChildProcess send(Path log, String kafka, int flowsPerSecond) throws IOException {
        return fork(
                "ingest",
                artefacts.jobCommands(),
                "io.talon.job.cli.JobMain",
                List.of(
                        "ingest",
                        log.toString(),
                        "--bootstrap",
                        kafka,
                        "--tenant",
                        "acme",
                        "--site",
                        log.getParent().getFileName().toString(),
                        "--shift-to-now",
                        "--rate",
                        Integer.toString(flowsPerSecond)));
    }

    /** Sends logs, one after the other, as fast as it goes. */
    void send(List<Path> logs, String kafka) throws IOException, InterruptedException {
        for (Path log : logs) {
            finish(send(log, kafka, 0));
        }
    }

    /** Waits for the end, which must be a good one. */
    void finish(ChildProcess child) throws IOException, InterruptedException {
        int code = child.await(Duration.ofMinutes(10)).orElse(-1);
        child.stop(Duration.ZERO);
        if (code != 0) {
            throw new IOException(
                    child.name() + " failed:\n" + String.join("\n", LogTail.of(child.log(), 20)));
        }
    }

    private ChildProcess fork(String name, String classPath, String main, List<String> arguments)
            throws IOException {
        List<String> command =
                JavaCommand.ofMain(folder.resolve(name + ".args"), classPath, main)
                        .options("-Xmx256m", "-XX:+UseSerialGC")
                        .arguments(arguments)
                        .words();
        return ChildProcess.fork(name, command, folder, Map.of(), folder.resolve(name + ".log"));
    }
}
