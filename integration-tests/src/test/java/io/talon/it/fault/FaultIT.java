// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talon.flow.v1.FlowEvent;
import io.talon.local.doctor.Doctor;
import io.talon.local.doctor.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults that every build tries. All others: {@link AllFaultsIT}. */
class FaultIT {

    /** Default of {@code --scores.per-destination-second}. */
    private static final int SCORES_PER_SECOND = 50;

    /** What the doctor says of a job. */
    private static final Set<String> JOB =
            Set.of(
                    "flink",
                    "job",
                    "checkpoints",
                    "late flows",
                    "dead letters",
                    "control records refused",
                    "documents refused",
                    "dead letters lost");

    @TempDir static Path folder;
    private static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (deployment != null) {
            deployment.close();
        }
    }

    @Test
    void killedTaskManager() throws Exception {
        FaultRun run = new FaultRun(deployment, "taskmanager").submit(elasticsearch());
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(
                        () -> run.send(FaultFlows.some(run.tenant(), 3000), 400));
        Pace.letPass(Duration.ofSeconds(4));

        Deployment.kill(deployment.flink, "taskmanager");
        Deployment.revive(deployment.flink);

        sending.get();
        run.awaitAllRead();
        run.assertEveryFlowIsAccountedFor(0);
        run.assertNoAlertIsLostOrDoubled();
    }

    @Test
    void garbageAndAFlowOfTheYear2099() throws Exception {
        FaultRun run = new FaultRun(deployment, "garbage").submit(elasticsearch());
        List<ProducerRecord<byte[], byte[]>> garbage = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            byte[] bytes = new byte[i * 7];
            new Random(i).nextBytes(bytes);
            garbage.add(new ProducerRecord<>(run.topic("flows"), bytes));
        }
        run.send(FaultFlows.some(run.tenant(), 1500), 0);
        run.sendGarbage(garbage);
        run.send(
                List.of(
                        FaultFlows.flow(
                                run.tenant(),
                                "site-a",
                                "C2099",
                                Instant.parse("2099-01-01T00:00:00Z"),
                                "10.0.1.1")),
                0);
        run.send(FaultFlows.some(run.tenant(), 3000).subList(1500, 3000), 0);

        run.awaitAllRead();
        run.assertEveryFlowIsAccountedFor(31);
        run.assertNoAlertIsLostOrDoubled();
    }

    /** Vectors score several times as fast, and nothing but the log would tell. */
    @Test
    void aJobScoresWithVectorsAndTheDoctorFindsNothingWrongWithIt() throws Exception {
        FaultRun run = new FaultRun(deployment, "healthy").submit(elasticsearch());
        run.send(FaultFlows.some(run.tenant(), 50), 0);
        run.awaitAllRead();

        assertThat(deployment.taskManagerLog())
                .contains("Scores with the engine vector")
                .doesNotContain("Scores with the engine scalar");
        assertThat(new Doctor(Deployment.BUILT.home()).flink(deployment.flinkUri()).look())
                .filteredOn(finding -> JOB.contains(finding.subject()))
                .hasSameSizeAs(JOB)
                .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.OK));
        run.cancel();
    }

    /** With a million of them, and what other destinations feel: {@code talon bench stream}. */
    @Test
    void floodOfOneDestinationIsScoredAtABoundedRateAndAlertedWithinASecond() throws Exception {
        FaultRun run = new FaultRun(deployment, "onedest").submit(elasticsearch());
        run.send(FaultFlows.some(run.tenant(), 500), 0);
        run.awaitAllRead();
        int flood = 20_000;
        int eventSeconds = 3;
        String destination = "10.0.7.7";
        List<FlowEvent> flows = FaultFlows.flood(run.tenant(), flood, destination);

        Instant before = Instant.now();
        run.send(flows, 0);
        run.awaitAllRead();

        run.assertEveryFlowIsAccountedFor(0);
        // Flink asks its TaskManagers for counters only when somebody looks, and answers later.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(run.skipped())
                                        .isBetween(
                                                (long) flood - eventSeconds * SCORES_PER_SECOND,
                                                (long) flood));
        assertThat(run.index().detected(destination))
                .isBetween(before, before.plus(Duration.ofSeconds(1)));
        run.cancel();
    }

    private static String elasticsearch() {
        return deployment.elasticsearch.address();
    }
}
