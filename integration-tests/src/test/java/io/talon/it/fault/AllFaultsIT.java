// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All faults but those of {@link FaultIT}. */
@Tag("long")
class AllFaultsIT {

    private static final int FLOWS = 3000;

    /** New destinations. */
    private static final int FLOOD = 1_000_000;

    /** So many of their flows are made at a time. */
    private static final int FLOOD_PART = 20_000;

    /** Destinations that the tenant may have. */
    private static final int REMEMBERED = 100_000;

    /** The destinations of {@link #FLOWS} flows are no more. */
    private static final long MOST_OTHERS = 200;

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
    void killedJobManager() throws Exception {
        FaultRun run = new FaultRun(deployment, "jobmanager").submit(elasticsearch());
        CompletableFuture<Void> sending = sendSlowly(run);
        Pace.letPass(Duration.ofSeconds(4));

        Deployment.kill(deployment.flink, "jobmanager");
        Deployment.revive(deployment.flink);

        sending.get();
        assertNothingLost(run, 0);
    }

    @Test
    void killedKafka() throws Exception {
        FaultRun run = new FaultRun(deployment, "kafka").submit(elasticsearch());
        CompletableFuture<Void> sending = sendSlowly(run);
        Pace.letPass(Duration.ofSeconds(4));

        Deployment.kill(deployment.kafka, "kafka");
        Pace.letPass(Duration.ofSeconds(3));
        Deployment.revive(deployment.kafka);

        sending.get();
        assertNothingLost(run, 0);
    }

    @Test
    void killedElasticsearch() throws Exception {
        FaultRun run = new FaultRun(deployment, "elasticsearch").submit(elasticsearch());
        CompletableFuture<Void> sending = sendSlowly(run);
        Pace.letPass(Duration.ofSeconds(4));

        Deployment.kill(deployment.elasticsearch, "elasticsearch");
        Pace.letPass(Duration.ofSeconds(3));
        Deployment.revive(deployment.elasticsearch);

        sending.get();
        assertNothingLost(run, 0);
    }

    @Test
    void elasticsearchThatIsTooBusyForAMinute() throws Exception {
        try (BusyProxy proxy = new BusyProxy(elasticsearch())) {
            FaultRun run = new FaultRun(deployment, "busy").submit(proxy.address());
            CompletableFuture<Void> sending = sendSlowly(run);
            Pace.letPass(Duration.ofSeconds(3));
            proxy.answerWith(429);
            Pace.letPass(Duration.ofSeconds(30));
            proxy.answerWith(503);
            Pace.letPass(Duration.ofSeconds(30));
            assertThat(proxy.turnedAway).hasPositiveValue();
            proxy.answerWith(0);

            sending.get();
            run.awaitAllRead();
            assertThat(run.restarts()).isZero();
            assertNothingLost(run, 0);
        }
    }

    @Test
    void oneDocumentThatNoMappingTakes() throws Exception {
        FaultRun run = new FaultRun(deployment, "mapping");
        run.index().refuseSourcePortsAbove32767();
        List<FlowEvent> flows = FaultFlows.some(run.tenant(), FLOWS);
        flows.forEach(flow -> flow.setOrigP(1024));
        FlowEvent odd =
                flows.stream()
                        .filter(f -> f.getRespIpBytes() > 1_000_000)
                        .findFirst()
                        .orElseThrow();
        odd.setOrigP(40_000);
        run.submit(elasticsearch());
        run.send(flows, 0);
        run.awaitAllRead();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(run.index().refusedDocuments()).hasSize(1));
        assertThat(run.index().refusedDocuments().values())
                .allSatisfy(reason -> assertThat(reason).startsWith("400"));
        assertThat(run.refusedInTopic()).isEqualTo(run.index().refusedDocuments().keySet());
        assertThat(run.restarts()).isZero();
        run.assertEveryFlowIsAccountedFor(0);
        run.assertNoAlertIsLostOrDoubledBut(run.index().refusedDocuments().keySet());
    }

    @Test
    void diskOfElasticsearchThatIsFull() throws Exception {
        FaultRun run = new FaultRun(deployment, "disk").submit(elasticsearch());
        CompletableFuture<Void> sending = sendSlowly(run);
        Pace.letPass(Duration.ofSeconds(3));
        run.index().fillDisk();
        sending.get();
        Pace.letPass(Duration.ofSeconds(10));
        run.index().freeDisk();

        assertNothingLost(run, 0);
    }

    @Test
    void floodOfNewDestinations() throws Exception {
        FaultRun run =
                new FaultRun(deployment, "flood")
                        .submit(
                                elasticsearch(),
                                "--history.destinations-per-tenant",
                                Integer.toString(REMEMBERED));
        run.send(FaultFlows.some(run.tenant(), FLOWS), 0);
        for (int from = 0; from < FLOOD; from += FLOOD_PART) {
            run.send(flood(run, from, from + FLOOD_PART), 0);
        }

        run.awaitAllRead();
        assertThat(run.restarts()).isZero();
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(run.evicted())
                                        .as("destinations forgotten for want of room")
                                        .isBetween(
                                                (long) FLOOD - REMEMBERED,
                                                FLOOD - REMEMBERED + MOST_OTHERS));
        run.assertEveryFlowIsAccountedFor(0);
    }

    private static List<FlowEvent> flood(FaultRun run, int from, int to) {
        Instant start = Instant.now().minus(Duration.ofDays(3));
        List<FlowEvent> flood = new ArrayList<>();
        for (int i = from; i < to; i++) {
            flood.add(
                    FaultFlows.flow(
                            run.tenant(),
                            "site-a",
                            "F" + i,
                            start.plusMillis(i),
                            "2001:db8::"
                                    + Integer.toHexString(i >>> 16)
                                    + ":"
                                    + Integer.toHexString(i & 0xffff)));
        }
        return flood;
    }

    @Test
    void controlTopicFullOfForgeries() throws Exception {
        FaultRun run = new FaultRun(deployment, "forged");
        int forged = 1000;
        run.sendAll(Forgeries.all(run, forged), 0);
        run.submit(elasticsearch());
        run.send(FaultFlows.some(run.tenant(), FLOWS), 0);

        run.awaitAllRead();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(run.index().deadControls()).isEqualTo(forged));
        assertThat(run.index().outcomes()).containsOnlyKeys("surfaced");
        assertNothingLost(run, 0);
    }

    @Test
    void historicalRunAfterTheLiveOneDoublesNoAlert() throws Exception {
        FaultRun run = new FaultRun(deployment, "backfill").submit(elasticsearch());
        run.send(FaultFlows.some(run.tenant(), FLOWS), 0);
        run.awaitAllRead();
        Map<String, Long> alerts = run.index().kinds();

        run.runHistorical();

        assertThat(run.index().kinds().get("alert")).isEqualTo(alerts.get("alert")).isPositive();
        run.assertNoAlertIsLostOrDoubled();
    }

    private static CompletableFuture<Void> sendSlowly(FaultRun run) {
        return CompletableFuture.runAsync(
                () -> run.send(FaultFlows.some(run.tenant(), FLOWS), 300));
    }

    private static void assertNothingLost(FaultRun run, long dead) throws Exception {
        run.awaitAllRead();
        run.assertEveryFlowIsAccountedFor(dead);
        run.assertNoAlertIsLostOrDoubled();
    }

    private static String elasticsearch() {
        return deployment.elasticsearch.address();
    }
}
