// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults that every build tries. All others: {@link AllFaultsIT}. */
class FaultIT {

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

    private static String elasticsearch() {
        return deployment.elasticsearch.address();
    }
}
