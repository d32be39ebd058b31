// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talon.control.v1.AdaptorRelease;
import io.talon.local.part.Artefacts;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.PartContext;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import io.talon.schema.control.ReleaseRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka is killed before promotions are sent, then the service too; nothing of them is lost. */
@Tag("long")
class KafkaAwayIT {
    private static final Duration START = Duration.ofSeconds(120);
    private static final String ACTIVE = "/sites/plant/adaptors/active";
    private static final String JSON = "application/json";

    @TempDir Path folder;

    @Test
    void promotionsMadeWhileKafkaIsAwayArriveInTheirOrder() throws Exception {
        WorkFolder work = WorkFolder.create(folder, false);
        Artefacts built = new Artefacts(Path.of("..").toAbsolutePath().normalize());
        try (KafkaPart kafka = new KafkaPart(new PartContext(built, work, new Ports(), Map.of()))) {
            kafka.start(Deadline.in(START));
            try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
                topics.createAll(1);
            }
            try (ServiceProcess service =
                    new ServiceProcess(folder, "-Dkafka.bootstrap.servers=" + kafka.address())) {
                service.start();
                ok(service.post("/sites", "{\"name\":\"plant\"}"));
                assertThat(released(service.send("DELETE", ACTIVE, null, JSON))).isOne();
                awaitSent(kafka, List.of(1L));

                kill(kafka);
                taught(service);
                assertThat(released(service.post("/sites/plant/adaptors/1/promote", "")))
                        .as("answered though Kafka is away")
                        .isEqualTo(2);
                service.kill();
                service.start();
                assertThat(released(service.post("/sites/plant/rollback", ""))).isEqualTo(3);

                kafka.start(Deadline.in(START));
                awaitSent(kafka, List.of(1L, 2L, 3L));
                assertThat(service.get("/audit/verify").json().path("intact").asBoolean()).isTrue();
            }
        } finally {
            work.clear(Duration.ZERO);
        }
    }

    private static void awaitSent(KafkaPart kafka, List<Long> numbers) {
        await().atMost(START)
                .untilAsserted(
                        () ->
                                assertThat(
                                                ControlTopic.releases(
                                                                kafka.address(), ReleaseRole.ACTIVE)
                                                        .stream()
                                                        .map(AdaptorRelease::getVersion)
                                                        .toList())
                                        .isEqualTo(numbers));
    }

    private static void kill(KafkaPart kafka) throws InterruptedException {
        for (ChildProcess broker : kafka.running()) {
            ProcessHandle.of(broker.pid()).ifPresent(ProcessHandle::destroyForcibly);
            broker.await(Duration.ofSeconds(10));
        }
    }

    private static void taught(ServiceProcess service) throws Exception {
        ok(
                service.send(
                        "POST",
                        "/sites/plant/flows?benign=true",
                        Logs.requests(200),
                        "text/plain"));
        ok(service.send("POST", "/sites/plant/flows?benign=false", Logs.scan(40), "text/plain"));
        ok(
                service.post(
                        "/sites/plant/triplets",
                        "{\"anchor\":\"B40\",\"positive\":\"B43\",\"negative\":\"S20\"}"));
        String job =
                ok(service.post("/sites/plant/jobs", "{\"steps\":10,\"maxSeconds\":600}"))
                        .json()
                        .path("id")
                        .asText();
        service.awaitDone("plant", job, START);
    }

    private static long released(ServiceProcess.Answer answer) {
        return ok(answer).json().path("release").asLong();
    }

    private static ServiceProcess.Answer ok(ServiceProcess.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 202);
        return answer;
    }
}
