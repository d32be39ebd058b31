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
 * and leaves it in {@code target/measured.json} for {@code --measured}. The estimate itself is held
 * against a second load that was not measured from: other sites, another number of flows.
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
    void anEstimateFromOneLoadHoldsForAnother() throws Exception {
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
                measureAndCompare(work, kafka, elasticsearch, topics);
            }
        } finally {
            work.clear(Duration.ofSeconds(5));
        }
    }

    /** What has been used since the start. */
    private record Used(long flows, double cpuSeconds, long kafkaBytes) {
        Used since(Used before) {
            return new Used(
                    flows - before.flows,
                    cpuSeconds - before.cpuSeconds,
                    kafkaBytes - before.kafkaBytes);
        }
    }

    private void measureAndCompare(
            WorkFolder work, Part kafka, Part elasticsearch, KafkaTopics topics) throws Exception {
        Traffic traffic = new Traffic(work.path());
        Path home = FlinkCluster.home(work.path());
        List<Path> logs = traffic.simulate(List.of("sensors", "plant", "office", "cameras"), "6h");
        try (FlinkCluster flink =
                FlinkCluster.start(home, "sizes", options(kafka, elasticsearch))) {
            flink.awaitHealthy();
            // The first log warms the virtual machines up.
            Used warm = used(logs.subList(0, 1), traffic, kafka, topics, flink, work);
            Used plant = used(logs.subList(1, 2), traffic, kafka, topics, flink, work);
            Used all = used(logs.subList(2, 4), traffic, kafka, topics, flink, work);

            Measured measured = measured(plant.since(warm), elasticsearch, flink, traffic);
            Files.writeString(
                    Path.of("target/measured.json"),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(measured)
                            + "\n");
            compare(all.since(plant), measured);
        }
    }

    private static Used used(
            List<Path> logs,
            Traffic traffic,
            Part kafka,
            KafkaTopics topics,
            FlinkCluster flink,
            WorkFolder work)
            throws Exception {
        traffic.send(logs, kafka.address());
        awaitAllRead(topics);
        return new Used(
                topics.written(KafkaTopics.FLOWS),
                flink.cpu().toMillis() / 1000.0,
                kafkaBytes(work));
    }

    private Measured measured(Used load, Part elasticsearch, FlinkCluster flink, Traffic traffic)
            throws Exception {
        return new Measured(
                COMMAND,
                machine(),
                LocalDate.now().toString(),
                load.flows() / load.cpuSeconds(),
                (double) flink.stateBytes() / traffic.destinations(),
                (double) load.kafkaBytes() / load.flows(),
                bytesPerDocument(elasticsearch, "logs-talon.anomaly-*"),
                bytesPerDocument(elasticsearch, "metrics-talon.score-*"));
    }

    private static void compare(Used load, Measured measured) {
        Sizing estimate =
                Sizing.of(
                        new Load((double) load.flows() / SECONDS_PER_DAY, 1, 1, 1, 0, 1, 1),
                        measured);

        assertThat((double) estimate.kafkaBytes())
                .as("Kafka")
                .isCloseTo(load.kafkaBytes(), withinPercentage(TOLERANCE_PERCENT));
        assertThat(estimate.jobCores() * Sizing.UTILISATION * SECONDS_PER_DAY)
                .as("CPU seconds")
                .isCloseTo(load.cpuSeconds(), withinPercentage(TOLERANCE_PERCENT));
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

    /** On disk, after merging. */
    private double bytesPerDocument(Part elasticsearch, String streams)
            throws IOException, InterruptedException {
        String base = elasticsearch.address() + "/" + streams;
        http.post(
                URI.create(base + "/_forcemerge?max_num_segments=1"),
                new ObjectMapper().createObjectNode());
        var total =
                http.get(URI.create(base + "/_stats/docs,store")).path("_all").path("primaries");
        long count = total.path("docs").path("count").asLong();
        assertThat(count).as("documents in " + streams).isPositive();
        return total.path("store").path("size_in_bytes").asDouble() / count;
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
