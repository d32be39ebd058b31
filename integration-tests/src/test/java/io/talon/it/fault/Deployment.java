// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import io.talon.dashboards.TemplateInstaller;
import io.talon.local.demo.JobClient;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.FlinkPart;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Elasticsearch, Kafka and a highly available Flink as processes, for tests to hurt. */
final class Deployment implements AutoCloseable {

    static final Artefacts BUILT = new Artefacts(Path.of("..").toAbsolutePath().normalize());
    private static final Duration START = Duration.ofSeconds(300);

    final ElasticsearchPart elasticsearch;
    final KafkaPart kafka;
    final FlinkPart flink;
    final JobClient jobs;
    final Path folder;
    private final WorkFolder work;
    private final ZooKeeperNode zookeeper;

    private Deployment(
            WorkFolder work,
            ZooKeeperNode zookeeper,
            ElasticsearchPart elasticsearch,
            KafkaPart kafka,
            FlinkPart flink) {
        this.work = work;
        this.folder = work.path();
        this.zookeeper = zookeeper;
        this.elasticsearch = elasticsearch;
        this.kafka = kafka;
        this.flink = flink;
        this.jobs = new JobClient(flink.address());
    }

    static Deployment start(Path parent) throws Exception {
        WorkFolder work = WorkFolder.create(parent, false);
        Ports ports = new Ports();
        PartContext context = new PartContext(BUILT, work, ports, Map.of());
        ZooKeeperNode zookeeper = ZooKeeperNode.start(BUILT, work.path(), ports);
        FlinkPart flink =
                new FlinkPart(
                        context,
                        Map.of(
                                "high-availability.type",
                                "zookeeper",
                                "high-availability.zookeeper.quorum",
                                zookeeper.address(),
                                "high-availability.storageDir",
                                work.path().resolve("ha").toUri().toString(),
                                "heartbeat.timeout",
                                "30000",
                                "heartbeat.interval",
                                "2000",
                                "pekko.startup-timeout",
                                "120s",
                                "pekko.ask.timeout",
                                "60s"));
        Deployment deployment =
                new Deployment(
                        work,
                        zookeeper,
                        new ElasticsearchPart(context),
                        new KafkaPart(context),
                        flink);
        try {
            for (Part part : deployment.parts()) {
                part.start(Deadline.in(START));
            }
            new TemplateInstaller(URI.create(deployment.elasticsearch.address()), Optional.empty())
                    .install();
            return deployment;
        } catch (Exception e) {
            deployment.close();
            throw e;
        }
    }

    private List<Part> parts() {
        return List.of(elasticsearch, kafka, flink);
    }

    /**
     * {@code kill -9} of the part's processes whose name contains this, and of all they started.
     */
    static void kill(Part part, String name) throws InterruptedException {
        List<ChildProcess> victims =
                part.running().stream().filter(child -> child.name().contains(name)).toList();
        if (victims.isEmpty()) {
            throw new IllegalStateException("no process of " + part.name() + " is called " + name);
        }
        for (ChildProcess victim : victims) {
            ProcessHandle.of(victim.pid())
                    .ifPresent(
                            process -> {
                                process.descendants().forEach(ProcessHandle::destroyForcibly);
                                process.destroyForcibly();
                            });
            victim.await(Duration.ofSeconds(10));
        }
    }

    /** Where Flink's REST interface is. */
    URI flinkUri() {
        return URI.create(flink.address());
    }

    /** What TaskManagers have logged. */
    String taskManagerLog() throws IOException {
        return Files.readString(work.logs().resolve("flink-taskmanager.log"));
    }

    /** Starts what does not run. */
    static void revive(Part part) throws Exception {
        part.start(Deadline.in(START));
    }

    @Override
    public void close() throws Exception {
        parts().parallelStream().forEach(Part::close);
        zookeeper.close();
        keepLogs();
        work.clear(Duration.ofSeconds(5));
    }

    /** Where a failed test can be looked into. */
    private void keepLogs() throws IOException {
        Path kept = Files.createDirectories(Path.of("target/fault-logs"));
        try (Stream<Path> logs = Files.list(work.logs())) {
            for (Path log : logs.toList()) {
                Files.copy(
                        log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
