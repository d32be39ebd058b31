// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import io.talon.local.part.Artefacts;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.JavaCommand;
import io.talon.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Flows of a made-up site with attacks, sent to Kafka at a steady rate by {@code talon ingest}. */
final class Load {
    private final Artefacts artefacts = new Artefacts(Entrypoint.ROOT);
    private final Path folder;

    Load(Path folder) {
        this.folder = folder;
    }

    /** Makes the log. */
    Path simulate(String duration) throws IOException, InterruptedException {
        Path out = folder.resolve("sites");
        finish(
                fork(
                        "simulate",
                        artefacts.simulatorCommands(),
                        "io.talon.simulator.cli.SimulateMain",
                        List.of(
                                "simulate",
                                "--sites",
                                "sensors",
                                "--out",
                                out.toString(),
                                "--seed",
                                "20",
                                "--duration",
                                duration,
                                "--attacks",
                                "all")));
        return out.resolve("sensors/conn.log");
    }

    /** Starts to send it. */
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
                        "plant",
                        "--shift-to-now",
                        "--rate",
                        Integer.toString(flowsPerSecond)));
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
