// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import io.talon.local.part.Artefacts;
import io.talon.local.part.Http;
import io.talon.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The image's Flink home, and a cluster for the one job out of it: a JobManager, two TaskManagers.
 */
final class FlinkCluster implements AutoCloseable {
    private static final String SCRIPT = "flink-job/src/main/docker/docker-entrypoint.sh";
    private static final String JOB_ID = "00000000000000000000000000007a10";
    private static final int SLOTS = 2;

    private final Http http = new Http(Duration.ofSeconds(10));
    private final int rest;
    private final Entrypoint jobManager;
    private final List<Entrypoint> taskManagers = new ArrayList<>();

    private FlinkCluster(int rest, Entrypoint jobManager) {
        this.rest = rest;
        this.jobManager = jobManager;
    }

    /** Lays out what the Dockerfile lays out, with the configuration of Compose. */
    static Path home(Path folder) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("flink"));
        for (String made : List.of("conf", "usrlib", "plugins", "checkpoints")) {
            Files.createDirectories(home.resolve(made));
        }
        Process collect =
                new ProcessBuilder(
                                Entrypoint.ROOT.resolve("deploy/images/collect-jars").toString(),
                                "deploy/images/flink",
                                home.resolve("lib").toString())
                        .inheritIO()
                        .start();
        if (collect.waitFor() != 0) {
            throw new IOException("deploy/images/collect-jars failed");
        }
        Files.copy(new Artefacts(Entrypoint.ROOT).jobJar(), home.resolve("usrlib/talon-job.jar"));
        Files.copy(
                Entrypoint.ROOT.resolve("flink-job/src/main/docker/log4j-console.properties"),
                home.resolve("conf/log4j-console.properties"));
        Files.copy(
                Entrypoint.ROOT.resolve("deploy/compose/flink.yaml"),
                home.resolve("conf/config.yaml"));
        return home;
    }

    /** Starts a cluster that runs the job with these options, from the newest checkpoint if any. */
    static FlinkCluster start(Path home, String name, List<String> jobOptions) throws IOException {
        Path folder = Files.createDirectories(home.resolveSibling(name));
        Ports ports = new Ports();
        int rest = ports.free();
        List<String> common =
                List.of(
                        "jobmanager.rpc.address: 127.0.0.1",
                        "jobmanager.rpc.port: " + ports.free(),
                        "jobmanager.bind-host: 127.0.0.1",
                        "blob.server.port: " + ports.free(),
                        "rest.address: 127.0.0.1",
                        "rest.bind-address: 127.0.0.1",
                        "rest.port: " + rest,
                        "jobmanager.memory.process.size: 900m",
                        "taskmanager.memory.process.size: 1100m",
                        "taskmanager.host: 127.0.0.1",
                        "taskmanager.bind-host: 127.0.0.1",
                        "execution.checkpointing.interval: 2s",
                        "execution.checkpointing.dir: " + folder.resolve("checkpoints").toUri(),
                        "io.tmp.dirs: " + Files.createDirectories(folder.resolve("tmp")),
                        // A busy build machine takes longer than the 10 s of the default.
                        "pekko.startup-timeout: 60s");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "standalone-job",
                                "--job-id",
                                JOB_ID,
                                "--job-classname",
                                "io.talon.job.TalonJob"));
        arguments.addAll(jobOptions);
        Entrypoint jobManager =
                new Entrypoint(
                        name + "-jobmanager",
                        SCRIPT,
                        folder,
                        environment(home, folder, common, rest, ports.free()),
                        arguments,
                        List.of("health", "jobmanager"));
        FlinkCluster cluster = new FlinkCluster(rest, jobManager);
        jobManager.start();
        for (int number = 1; number <= 2; number++) {
            cluster.taskManagers.add(
                    new Entrypoint(
                                    name + "-taskmanager-" + number,
                                    SCRIPT,
                                    folder,
                                    environment(home, folder, common, rest, ports.free()),
                                    List.of("taskmanager"),
                                    List.of("health", "taskmanager"))
                            .start());
        }
        return cluster;
    }

    private static Map<String, String> environment(
            Path home, Path folder, List<String> properties, int rest, int metrics) {
        List<String> all = new ArrayList<>(properties);
        all.add("metrics.reporter.prometheus.port: " + metrics);
        return Map.of(
                "FLINK_HOME", home.toString(),
                "FLINK_PROPERTIES", String.join("\n", all),
                "FLINK_REST_PORT", Integer.toString(rest),
                "FLINK_METRICS_PORT", Integer.toString(metrics),
                "TALON_RESTORE", folder.resolve("checkpoints").toString());
    }

    void awaitHealthy() {
        jobManager.awaitHealthy();
        taskManagers.forEach(Entrypoint::awaitHealthy);
    }

    Entrypoint jobManager() {
        return jobManager;
    }

    List<Entrypoint> taskManagers() {
        return taskManagers;
    }

    static int slots() {
        return 2 * SLOTS;
    }

    /** CPU time of the TaskManagers since they were started. */
    Duration cpu() {
        return taskManagers.stream().map(Entrypoint::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** Size of the newest checkpoint. */
    long stateBytes() throws IOException, InterruptedException {
        URI checkpoints =
                URI.create("http://127.0.0.1:%d/jobs/%s/checkpoints".formatted(rest, JOB_ID));
        return http.get(checkpoints).at("/latest/completed/state_size").asLong();
    }

    @Override
    public void close() {
        jobManager.close();
        taskManagers.forEach(Entrypoint::close);
    }
}
