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
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private static final List<String> KINDS =
            List.of("plant", "plant", "office", "cameras", "sensors");

    /** Those up to WARM only warm the virtual machines up; the one at MEASURED is measured from. */
    private static final List<String> SITES =
            List.of("plant-1", "plant-2", "office", "cameras", "sensors");

    private static final int WARM = 1;
    private static final int MEASURED = 2;
    private static final int TASK_MANAGERS = 2;
    private static final Duration IDLE = Duration.ofSeconds(20);

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

    /** What has been used since the start, and what is kept. */
    private record Used(
            double seconds,
            double cpuSeconds,
            long flows,
            long kafkaBytes,
            long destinations,
            long stateBytes,
            double alertBytes,
            double reportBytes) {

        Measured measured(double idleCores) throws IOException {
            return new Measured(
                    COMMAND,
                    machine(),
                    LocalDate.now().toString(),
                    flows / (cpuSeconds - idleCores * TASK_MANAGERS * seconds),
                    idleCores,
                    (double) stateBytes / destinations,
                    (double) kafkaBytes / flows,
                    alertBytes,
                    reportBytes);
        }

        /** Time and flows since then; what is kept, all of it. */
        Used since(Used before) {
            return new Used(
                    seconds - before.seconds,
                    cpuSeconds - before.cpuSeconds,
                    flows - before.flows,
                    kafkaBytes - before.kafkaBytes,
                    destinations,
                    stateBytes,
                    alertBytes,
                    reportBytes);
        }
    }

    private void measureAndCompare(
            WorkFolder work, Part kafka, Part elasticsearch, KafkaTopics topics) throws Exception {
        Traffic traffic = new Traffic(work.path());
        Path home = FlinkCluster.home(work.path());
        List<Path> logs = traffic.simulate(KINDS, SITES, "12h");
        List<Used> after = new ArrayList<>();
        try (FlinkCluster flink =
                FlinkCluster.start(home, "sizes", options(kafka, elasticsearch))) {
            flink.awaitHealthy();
            for (Path log : logs) {
                traffic.send(List.of(log), kafka.address());
                awaitAllRead(topics);
                long destinations = traffic.destinations(SITES.subList(0, after.size() + 1));
                Used used = used(destinations, kafka, elasticsearch, topics, flink, work);
                System.err.println(log.getParent().getFileName() + ": " + used);
                after.add(used);
            }
            // Last, when the compilers have nothing left to do.
            double idleCores = idleCores(flink);
            Measured measured = after.get(MEASURED).since(after.get(WARM)).measured(idleCores);
            Files.writeString(
                    Path.of("target/measured.json"),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(measured)
                            + "\n");
            compare(after.get(after.size() - 1).since(after.get(MEASURED)), measured);
        }
    }

    /** Cores that a TaskManager takes while no flow comes. */
    private static double idleCores(FlinkCluster flink) {
        double before = flink.cpu().toMillis();
        long start = System.nanoTime();
        Awaitility.await("a while without a flow")
                .atMost(IDLE.multipliedBy(2))
                .until(() -> System.nanoTime() - start >= IDLE.toNanos());
        double millis = (System.nanoTime() - start) / 1e6;
        return (flink.cpu().toMillis() - before) / millis / TASK_MANAGERS;
    }

    private Used used(
            long destinations,
            Part kafka,
            Part elasticsearch,
            KafkaTopics topics,
            FlinkCluster flink,
            WorkFolder work)
            throws Exception {
        return new Used(
                System.nanoTime() / 1e9,
                flink.cpu().toMillis() / 1000.0,
                topics.written(KafkaTopics.FLOWS),
                kafkaBytes(work),
                destinations,
                flink.stateBytes(),
                bytesPerDocument(elasticsearch, "logs-talon.anomaly-*"),
                bytesPerDocument(elasticsearch, "metrics-talon.score-*"));
    }

    private static void compare(Used load, Measured measured) {
        double perSecond = load.flows() / load.seconds();
        Sizing estimate =
                Sizing.of(new Load(perSecond, 1, load.destinations(), 1, 0, 1, 1), measured);
        double idle = measured.idleCoresPerTaskManager();
        double cores =
                (estimate.jobCores() - estimate.taskManagers() * idle) * Sizing.UTILISATION
                        + TASK_MANAGERS * idle;

        assertThat(cores * load.seconds())
                .as("CPU seconds")
                .isCloseTo(load.cpuSeconds(), withinPercentage(TOLERANCE_PERCENT));
        assertThat(estimate.kafkaBytes() * load.seconds() / SECONDS_PER_DAY)
                .as("Kafka")
                .isCloseTo(load.kafkaBytes(), withinPercentage(TOLERANCE_PERCENT));
        assertThat((double) estimate.stateBytes())
                .as("state")
                .isCloseTo(load.stateBytes(), withinPercentage(TOLERANCE_PERCENT));
        assertThat(measured.elasticsearchBytesPerAlert())
                .as("an alert in Elasticsearch")
                .isCloseTo(load.alertBytes(), withinPercentage(TOLERANCE_PERCENT));
        assertThat(measured.elasticsearchBytesPerReport())
                .as("a report in Elasticsearch")
                .isCloseTo(load.reportBytes(), withinPercentage(TOLERANCE_PERCENT));
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
                "application/json",
                BodyPublishers.noBody());
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
