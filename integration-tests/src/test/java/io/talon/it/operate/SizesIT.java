// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.dashboards.TemplateInstaller;
import io.talon.local.estimate.Load;
import io.talon.local.estimate.Measured;
import io.talon.local.estimate.Sizing;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.Http;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what {@code talon estimate} reckons with, on the whole way from Kafka to Elasticsearch,
 * and holds the shipped constants against it. What was measured is left in {@code
 * target/measured.json}, for {@code --measured} or to be shipped.
 */
@Tag("long")
class SizesIT {
    static final String COMMAND =
            "./mvnw -pl integration-tests -am verify -Dexcluded.tests= -Dtest=None"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SizesIT"
                    + " -Dfailsafe.failIfNoSpecifiedTests=false";

    private static final Duration START = Duration.ofMinutes(3);
    private static final int TOLERANCE_PERCENT = 25;
    private static final int SECONDS_PER_DAY = 86_400;

    @TempDir Path folder;

    private final Http http = new Http(Duration.ofSeconds(30));

    @Test
    void theShippedConstantsAgreeWithThisRun() throws Exception {
        WorkFolder work = WorkFolder.create(folder, false);
        PartContext context =
                new PartContext(new Artefacts(Entrypoint.ROOT), work, new Ports(), Map.of());
        try (Part kafka = new KafkaPart(context);
                Part elasticsearch = new ElasticsearchPart(context)) {
            kafka.start(Deadline.in(START));
            elasticsearch.start(Deadline.in(START));
            new TemplateInstaller(URI.create(elasticsearch.address()), Optional.empty()).install();
            try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
                topics.createAll(FlinkCluster.slots());
                Run run = run(work, kafka, elasticsearch, topics);
                compare(run);
            }
        } finally {
            work.clear(Duration.ofSeconds(5));
        }
    }

    /** What one run used. */
    private record Run(
            long flows,
            double cpuSeconds,
            long destinations,
            long stateBytes,
            long kafkaBytes,
            long alerts,
            long alertBytes,
            double reportBytes) {

        Measured measured() throws IOException {
            Measured shipped = Measured.shipped();
            return new Measured(
                    COMMAND,
                    machine(),
                    LocalDate.now().toString(),
                    flows / cpuSeconds,
                    (double) stateBytes / destinations,
                    (double) kafkaBytes / flows,
                    (double) alertBytes / alerts,
                    reportBytes > 0 ? reportBytes : shipped.elasticsearchBytesPerReport(),
                    shipped.reportsPerSiteAndDay(),
                    shipped.taskManagerBaseMegabytes());
        }
    }

    private Run run(WorkFolder work, Part kafka, Part elasticsearch, KafkaTopics topics)
            throws Exception {
        Traffic traffic = new Traffic(work.path());
        Path home = FlinkCluster.home(work.path());
        List<Path> logs = traffic.simulate(List.of("sensors", "plant", "office", "cameras"), "6h");
        try (FlinkCluster flink =
                FlinkCluster.start(home, "sizes", options(kafka, elasticsearch))) {
            flink.awaitHealthy();
            // The first log warms the virtual machines up; the others are measured.
            traffic.send(logs.subList(0, 1), kafka.address());
            awaitAllRead(topics);
            long before = topics.written(KafkaTopics.FLOWS);
            Duration cpuBefore = flink.cpu();
            traffic.send(logs.subList(1, logs.size()), kafka.address());
            awaitAllRead(topics);
            Duration cpu = flink.cpu().minus(cpuBefore);
            long all = topics.written(KafkaTopics.FLOWS);
            long[] alerts = store(elasticsearch, "logs-talon.anomaly-*");
            long[] reports = store(elasticsearch, "metrics-talon.score-*");
            // Kafka keeps both, so that its bytes are reckoned over both; so does state.
            return new Run(
                    all - before,
                    cpu.toMillis() / 1000.0,
                    traffic.destinations(),
                    flink.stateBytes(),
                    kafkaBytes(work) * (all - before) / all,
                    alerts[0],
                    alerts[1],
                    reports[0] == 0 ? 0 : (double) reports[1] / reports[0]);
        }
    }

    private static void compare(Run run) throws IOException {
        Measured measured = run.measured();
        Files.writeString(
                Path.of("target/measured.json"),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(measured)
                        + "\n");
        Measured shipped = Measured.shipped();
        Load load =
                new Load((double) run.flows() / SECONDS_PER_DAY, 1, run.destinations(), 1, 0, 1, 1);
        Sizing estimate = Sizing.of(load, shipped);

        assertThat((double) estimate.stateBytes())
                .as("state")
                .isCloseTo(run.stateBytes(), withinPercentage(TOLERANCE_PERCENT));
        assertThat((double) estimate.kafkaBytes())
                .as("Kafka")
                .isCloseTo(run.kafkaBytes(), withinPercentage(TOLERANCE_PERCENT));
        assertThat(shipped.elasticsearchBytesPerAlert() * run.alerts())
                .as("Elasticsearch")
                .isCloseTo(run.alertBytes(), withinPercentage(TOLERANCE_PERCENT));
        if (shipped.machine().equals(measured.machine())) {
            double cpuSeconds = estimate.jobCores() * Sizing.UTILISATION * SECONDS_PER_DAY;
            assertThat(cpuSeconds)
                    .as("CPU seconds; on another machine give talon estimate --measured")
                    .isCloseTo(run.cpuSeconds(), withinPercentage(TOLERANCE_PERCENT));
        }
    }

    private static List<String> options(Part kafka, Part elasticsearch) {
        return List.of(
                "--kafka.bootstrap",
                kafka.address(),
                "--elasticsearch.urls",
                elasticsearch.address(),
                "--checkpoint.interval",
                "5 s");
    }

    private static void awaitAllRead(KafkaTopics topics) {
        Awaitility.await("all flows are read")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () ->
                                topics.committed("talon", KafkaTopics.FLOWS)
                                        == topics.written(KafkaTopics.FLOWS));
    }

    /** Documents, and bytes after merging. */
    private long[] store(Part elasticsearch, String streams)
            throws IOException, InterruptedException {
        String base = elasticsearch.address() + "/" + streams;
        http.post(
                URI.create(base + "/_forcemerge?max_num_segments=1"),
                new ObjectMapper().createObjectNode());
        var total =
                http.get(URI.create(base + "/_stats/docs,store")).path("_all").path("primaries");
        return new long[] {
            total.path("docs").path("count").asLong(),
            total.path("store").path("size_in_bytes").asLong()
        };
    }

    private static long kafkaBytes(WorkFolder work) throws IOException {
        try (Stream<Path> files = Files.walk(work.path().resolve("kafka/data"))) {
            return files.filter(file -> file.toString().contains("/" + KafkaTopics.FLOWS + "-"))
                    .filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String machine() throws IOException {
        String cpu =
                Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
        return "%s, %d cores, Java %d"
                .formatted(
                        cpu,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature());
    }
}
