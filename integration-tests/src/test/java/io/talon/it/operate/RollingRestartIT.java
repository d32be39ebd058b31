// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.TemplateInstaller;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.Http;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Production's parts, started by their images' entrypoints, restarted one after the other while
 * flows come in. Nothing is lost and nothing doubled: a second job that reads the same topic
 * undisturbed, into an Elasticsearch of its own, raises the same alerts under the same ids. The
 * service: {@link ServiceRestartIT}.
 */
@Tag("long")
class RollingRestartIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration CATCH_UP = Duration.ofMinutes(10);
    private static final int FLOWS_PER_SECOND = 100;

    /** Steps that the flows alone decide; when an episode's end is told depends on the pace. */
    private static final String DECIDED =
            "talon.alert.step:(opened%20OR%20escalated%20OR%20updated)";

    @TempDir Path folder;

    private final Http http = new Http(Duration.ofSeconds(10));

    @Test
    void aRollingRestartOfEachPartLosesAndDoublesNothing() throws Exception {
        WorkFolder work = WorkFolder.create(folder, false);
        PartContext context =
                new PartContext(new Artefacts(Entrypoint.ROOT), work, new Ports(), Map.of());
        Traffic traffic = new Traffic(work.path());
        Path home = FlinkCluster.home(work.path());
        try (Part kafka = new KafkaPart(context);
                Part elasticsearch = new ElasticsearchPart(context)) {
            kafka.start(Deadline.in(START));
            elasticsearch.start(Deadline.in(START));
            new TemplateInstaller(URI.create(elasticsearch.address()), Optional.empty()).install();
            try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
                topics.createAll(FlinkCluster.slots());
            }
            Set<String> disturbed =
                    rolling(
                            home,
                            traffic,
                            traffic.simulate(List.of("plant"), "12h").get(0),
                            kafka,
                            elasticsearch);
            Set<String> undisturbed = again(home, kafka, work);

            assertThat(undisturbed).as("attacks are in the flows").isNotEmpty();
            assertThat(disturbed).isEqualTo(undisturbed);
        } finally {
            work.clear(Duration.ofSeconds(5));
        }
    }

    private Set<String> again(Path home, Part kafka, WorkFolder work) throws Exception {
        WorkFolder other = WorkFolder.create(work.path().resolve("other"), false);
        PartContext context =
                new PartContext(new Artefacts(Entrypoint.ROOT), other, new Ports(), Map.of());
        try (Part elasticsearch = new ElasticsearchPart(context)) {
            elasticsearch.start(Deadline.in(START));
            new TemplateInstaller(URI.create(elasticsearch.address()), Optional.empty()).install();
            try (FlinkCluster flink =
                    FlinkCluster.start(home, "again", options("again", kafka, elasticsearch))) {
                flink.awaitHealthy();
                awaitAllRead("again", kafka);
                return alerts(elasticsearch);
            }
        } finally {
            other.clear(Duration.ofSeconds(5));
        }
    }

    private Set<String> rolling(
            Path home, Traffic traffic, Path log, Part kafka, Part elasticsearch) throws Exception {
        try (FlinkCluster flink =
                FlinkCluster.start(home, "rolling", options("talon", kafka, elasticsearch))) {
            flink.awaitHealthy();
            ChildProcess sending = traffic.send(log, kafka.address(), FLOWS_PER_SECOND);
            try {
                awaitProgress(kafka);
                for (Entrypoint taskManager : flink.taskManagers()) {
                    taskManager.restart();
                    awaitProgress(kafka);
                }
                flink.jobManager().restart();
                awaitProgress(kafka);
                restart(elasticsearch, "org.elasticsearch");
                awaitProgress(kafka);
                restart(kafka, "kafka.Kafka");
                awaitProgress(kafka);
                assertThat(sending.isAlive()).as("flows came in all the time").isTrue();
            } finally {
                sending.stop(Duration.ZERO);
            }
            awaitAllRead("talon", kafka);
            return alerts(elasticsearch);
        }
    }

    private static List<String> options(String group, Part kafka, Part elasticsearch) {
        return List.of(
                "--kafka.bootstrap",
                kafka.address(),
                "--kafka.group",
                group,
                "--elasticsearch.urls",
                elasticsearch.address(),
                "--checkpoint.interval",
                "2 s");
    }

    /** Ends a part's process in order, as an operator does, and starts it on its old data. */
    private static void restart(Part part, String mainClass) throws Exception {
        ProcessHandle process =
                ProcessHandle.current()
                        .descendants()
                        .filter(each -> each.info().commandLine().orElse("").contains(mainClass))
                        .findFirst()
                        .orElseThrow();
        process.destroy();
        process.onExit().get();
        part.start(Deadline.in(START));
    }

    /** The job has committed more flows than before. */
    private static void awaitProgress(Part kafka) {
        try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
            AtomicLong before = new AtomicLong(-1);
            Awaitility.await("the job goes on")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptionsInstanceOf(IOException.class) // Kafka finds itself again
                    .until(
                            () -> {
                                long now = topics.committed("talon", KafkaTopics.FLOWS);
                                return !before.compareAndSet(-1, now) && now > before.get();
                            });
        }
    }

    private static void awaitAllRead(String group, Part kafka) {
        try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
            Awaitility.await("all flows are read by " + group)
                    .atMost(CATCH_UP)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(
                            () ->
                                    topics.committed(group, KafkaTopics.FLOWS)
                                            == topics.written(KafkaTopics.FLOWS));
        }
    }

    private Set<String> alerts(Part elasticsearch) throws IOException, InterruptedException {
        http.tryGet(URI.create(elasticsearch.address() + "/_refresh"));
        JsonNode hits =
                http.get(
                                URI.create(
                                        elasticsearch.address()
                                                + "/logs-talon.anomaly-*/_search?size=10000&_source=false&q="
                                                + DECIDED))
                        .path("hits")
                        .path("hits");
        Set<String> ids = new TreeSet<>();
        hits.forEach(hit -> ids.add(hit.path("_id").asText()));
        assertThat(ids).as("an id once").hasSameSizeAs(hits);
        return ids;
    }
}
