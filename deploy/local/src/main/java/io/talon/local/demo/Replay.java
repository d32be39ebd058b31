// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import io.talon.local.part.Artefacts;
import io.talon.local.part.DemoKeys;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.JavaCommand;
import io.talon.local.process.LogTail;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the demo's flows come from: logs of simulated sites, or the user's own, sent to Kafka by
 * the same commands that a user would run.
 */
final class Replay {
    private static final String SIMULATE = "io.talon.simulator.cli.SimulateMain";
    private static final String INGEST = "io.talon.job.cli.JobMain";

    /**
     * Two kinds of sites and attacks that differ; all seeds and times fixed, so that it repeats.
     */
    static final List<String> MADE_UP_SITES = List.of("sensors", "plant");

    /** The site of a log that the user brings. */
    static final List<String> OWN_SITE = List.of("own");

    private static final List<String> SIMULATION =
            List.of("--seed", "20", "--duration", "4h", "--attacks", "all");

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LOG_LINES = 6;

    private final Artefacts artefacts;
    private final WorkFolder work;

    Replay(Artefacts artefacts, WorkFolder work) {
        this.artefacts = artefacts;
        this.work = work;
    }

    /**
     * The log of one site.
     *
     * @param site its name in Talon
     */
    record SiteLog(String site, Path file) {}

    /** The logs to send: the given one, or those of two sites made up now. */
    List<SiteLog> logs(Optional<Path> given) throws IOException, InterruptedException {
        if (given.isPresent()) {
            return List.of(new SiteLog(OWN_SITE.get(0), given.get().toAbsolutePath()));
        }
        Path folder = work.path().resolve("sites");
        List<String> arguments = new ArrayList<>(List.of("simulate"));
        arguments.addAll(
                List.of("--sites", String.join(",", MADE_UP_SITES), "--out", folder.toString()));
        arguments.addAll(SIMULATION);
        run("simulate", artefacts.simulatorCommands(), SIMULATE, arguments);
        return MADE_UP_SITES.stream()
                .map(site -> new SiteLog(site, folder.resolve(site).resolve("conn.log")))
                .toList();
    }

    /** Sends a log to Kafka, its times moved so that the last flow ends now. */
    void send(SiteLog log, String kafka) throws IOException, InterruptedException {
        List<String> arguments =
                List.of(
                        "ingest",
                        log.file().toString(),
                        "--to",
                        "kafka",
                        "--bootstrap",
                        kafka,
                        "--tenant",
                        DemoKeys.TENANT,
                        "--site",
                        log.site(),
                        "--shift-to-now");
        run("ingest-" + log.site(), artefacts.jobCommands(), INGEST, arguments);
    }

    private void run(String name, String classPath, String mainClass, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command =
                JavaCommand.ofMain(work.path().resolve(name + ".args"), classPath, mainClass)
                        .options(work.mark(), "-Xmx256m", "-XX:+UseSerialGC")
                        .options("-XX:TieredStopAtLevel=1")
                        .arguments(arguments)
                        .words();
        Path log = work.logs().resolve(name + ".log");
        ChildProcess child = ChildProcess.fork(name, command, work.path(), Map.of(), log);
        try {
            int code =
                    child.await(PATIENCE)
                            .orElseThrow(
                                    () ->
                                            new IOException(
                                                    "%s is not done after %d minutes"
                                                            .formatted(
                                                                    name, PATIENCE.toMinutes())));
            if (code != 0) {
                throw new IOException(
                        "%s failed:%n  %s"
                                .formatted(name, String.join("\n  ", LogTail.of(log, LOG_LINES))));
            }
        } finally {
            child.stop(Duration.ZERO);
        }
    }
}
