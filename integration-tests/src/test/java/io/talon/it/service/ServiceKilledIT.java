// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.control.v1.AdaptorRelease;
import io.talon.it.service.ServiceProcess.Answer;
import io.talon.local.part.Artefacts;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import io.talon.schema.control.ReleaseRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed while it trains and while it releases; nothing is lost or doubled. */
@Tag("long")
class ServiceKilledIT {
    private static final int KILLS = 4;

    /** A job that brings the service down once more often is given up. */
    private static final int TRAINING_KILLS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir Path folder;

    /** Numbers of the releases that the service has answered for. */
    private final Set<Long> acknowledged = new TreeSet<>();

    @Test
    void aKilledServiceLosesAndDoublesNoReleaseAndItsAuditHolds() throws Exception {
        WorkFolder work = WorkFolder.create(folder, false);
        PartContext context =
                new PartContext(
                        new Artefacts(Path.of("..").toAbsolutePath().normalize()),
                        work,
                        new Ports(),
                        Map.of());
        try (KafkaPart kafka = new KafkaPart(context)) {
            kafka.start(Deadline.in(Duration.ofSeconds(120)));
            try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
                topics.createAll(1);
            }
            try (ServiceProcess service =
                    new ServiceProcess(folder, "-Dkafka.bootstrap.servers=" + kafka.address())) {
                service.start();
                prepare(service);
                String job = train(service, 1);
                for (int kill = 0; kill < TRAINING_KILLS; kill++) {
                    killLater(service, 500 + 1500 * kill).join();
                    service.start();
                }
                service.awaitDone("plant", job, PATIENCE);
                service.awaitDone("plant", train(service, 2), PATIENCE);
                for (int kill = 0; kill < KILLS; kill++) {
                    releaseUntilKilled(service, 15 + 40 * kill);
                    service.start();
                }
                assertNothingIsLostOrDoubled(service, kafka.address());
            }
        } finally {
            work.clear(Duration.ZERO);
        }
    }

    private static void prepare(ServiceProcess service) throws Exception {
        assertThat(service.post("/sites", "{\"name\":\"plant\"}").status()).isEqualTo(201);
        for (boolean benign : new boolean[] {true, false}) {
            String log = benign ? Logs.requests(200) : Logs.scan(40);
            String path = "/sites/plant/flows?benign=" + benign;
            assertThat(service.send("POST", path, log, "text/plain").status()).isEqualTo(200);
        }
        String triplet = "{\"anchor\":\"B40\",\"positive\":\"B43\",\"negative\":\"S20\"}";
        assertThat(service.post("/sites/plant/triplets", triplet).status()).isEqualTo(201);
    }

    private static String train(ServiceProcess service, int seed) throws Exception {
        String wanted = "{\"steps\":20,\"maxSeconds\":600,\"seed\":" + seed + "}";
        Answer job = service.post("/sites/plant/jobs", wanted);
        assertThat(job.status()).isEqualTo(202);
        return job.json().path("id").asText();
    }

    /** Releases back and forth; so long after the first answer the kill strikes in between. */
    private void releaseUntilKilled(ServiceProcess service, long millis) throws Exception {
        release(service.post("/sites/plant/adaptors/1/promote", "{}"));
        release(service.post("/sites/plant/adaptors/2/promote", "{}"));
        CompletableFuture<Void> killer = killLater(service, millis);
        try {
            while (!killer.isDone()) {
                release(service.post("/sites/plant/adaptors/1/promote", "{}"));
                service.post("/sites/plant/adaptors/2/shadow", "{}");
                release(service.post("/sites/plant/adaptors/2/promote", "{}"));
                release(service.post("/sites/plant/rollback", "{}"));
                service.post("/suppressions", "{\"reason\":\"x\",\"destinationPort\":9}");
            }
        } catch (IOException e) {
            // The kill struck while a request was being served: just what is to be tried.
        }
        killer.join();
    }

    private static CompletableFuture<Void> killLater(ServiceProcess service, long millis) {
        return CompletableFuture.runAsync(
                service::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private void release(Answer answer) {
        if (answer.status() == 200) {
            acknowledged.add(answer.json().path("release").asLong());
        }
    }

    private void assertNothingIsLostOrDoubled(ServiceProcess service, String kafka)
            throws Exception {
        assertThat(service.get("/sites/plant/adaptors").json().path("adaptors")).hasSize(2);
        Answer last = service.post("/sites/plant/adaptors/1/promote", "{}");
        assertThat(last.status()).as(last.json().toString()).isEqualTo(200);
        release(last);

        List<Long> written = numbers(service);
        List<Long> all = LongStream.rangeClosed(1, written.size()).boxed().toList();
        assertThat(written.stream().sorted().toList()).isEqualTo(all);
        assertThat(written).containsAll(acknowledged).hasSizeGreaterThan(KILLS);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(sent(kafka))
                                        .as("in the order of their numbers, sent twice at most")
                                        .isSorted()
                                        .containsAll(all)
                                        .allMatch(all::contains));
        assertThat(service.get("/audit/verify").json().path("intact").asBoolean()).isTrue();
    }

    /** Numbers of the active releases that the history holds. */
    private static List<Long> numbers(ServiceProcess service) throws Exception {
        List<Long> numbers = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = service.get("/sites/plant/releases?limit=100" + cursor).json();
            for (JsonNode release : page.path("releases")) {
                if (release.path("role").asText().equals(ReleaseRole.ACTIVE)) {
                    numbers.add(release.path("release").asLong());
                }
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : null;
        }
        return numbers;
    }

    private static List<Long> sent(String kafka) throws Exception {
        return ControlTopic.releases(kafka, ReleaseRole.ACTIVE).stream()
                .map(AdaptorRelease::getVersion)
                .toList();
    }
}
