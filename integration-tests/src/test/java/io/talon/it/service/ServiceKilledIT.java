// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.it.service.ServiceProcess.Answer;
import io.talon.local.part.Artefacts;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir Path folder;

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
                String job = teach(service);
                for (int kill = 0; kill < KILLS; kill++) {
                    promoteUntilKilled(service, 150 + 170 * kill);
                    service.start();
                }
                await().atMost(PATIENCE)
                        .until(
                                () ->
                                        service.get("/sites/plant/jobs/" + job)
                                                .json()
                                                .path("state")
                                                .asText()
                                                .equals("done"));
                assertNothingIsLostOrDoubled(service, kafka.address());
            }
        } finally {
            work.clear(Duration.ZERO);
        }
    }

    private static String teach(ServiceProcess service) throws Exception {
        assertThat(service.post("/sites", "{\"name\":\"plant\"}").status()).isEqualTo(201);
        for (boolean benign : new boolean[] {true, false}) {
            String log = benign ? Logs.requests(200) : Logs.scan(40);
            assertThat(
                            service.send(
                                            "POST",
                                            "/sites/plant/flows?benign=" + benign,
                                            log,
                                            "text/plain")
                                    .status())
                    .isEqualTo(200);
        }
        assertThat(
                        service.post(
                                        "/sites/plant/triplets",
                                        "{\"anchor\":\"B40\",\"positive\":\"B43\",\"negative\":\"S20\"}")
                                .status())
                .isEqualTo(201);
        Answer job = service.post("/sites/plant/jobs", "{\"steps\":20,\"maxSeconds\":600}");
        assertThat(job.status()).isEqualTo(202);
        return job.json().path("id").asText();
    }

    /** Releases back and forth until the kill strikes somewhere in between. */
    private static void promoteUntilKilled(ServiceProcess service, long millis) throws Exception {
        CompletableFuture<Void> killer =
                CompletableFuture.runAsync(
                        service::kill,
                        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
        try {
            while (!killer.isDone()) {
                service.post("/sites/plant/rollback", "{}");
                service.send("DELETE", "/sites/plant/adaptors/active", null, "application/json");
                service.post("/suppressions", "{\"reason\":\"x\",\"destinationPort\":9}");
            }
        } catch (IOException e) {
            // The kill struck while a request was being served: just what is to be tried.
        }
        killer.join();
    }

    private static void assertNothingIsLostOrDoubled(ServiceProcess service, String kafka)
            throws Exception {
        JsonNode adaptors = service.get("/sites/plant/adaptors").json().path("adaptors");
        assertThat(adaptors).hasSize(1);
        assertThat(service.post("/sites/plant/adaptors/1/promote", "{}").status()).isEqualTo(200);

        List<Long> numbers = new ArrayList<>();
        service.get("/sites/plant/releases?limit=100")
                .json()
                .path("releases")
                .forEach(r -> numbers.add(r.path("release").asLong()));
        assertThat(numbers.stream().sorted().toList())
                .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());

        assertThat(service.get("/audit/verify").json().path("intact").asBoolean()).isTrue();
        try (KafkaTopics topics = new KafkaTopics(kafka)) {
            await().atMost(PATIENCE)
                    .until(() -> topics.written(KafkaTopics.CONTROL) >= numbers.size() + 1);
        }
    }
}
