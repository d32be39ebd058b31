// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.alert.v1.Alert;
import io.talon.anomaly.v1.Anomaly;
import io.talon.control.v1.Suppression;
import io.talon.job.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertGrouperTest {

    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");
    private static final EpisodeRules RULES =
            new EpisodeRules(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(10));

    private KeyedTwoInputStreamOperatorTestHarness<String, Anomaly, Suppression, Alert> job;

    @BeforeEach
    void start() throws Exception {
        job = harness();
        job.open();
    }

    @AfterEach
    void stop() throws Exception {
        job.close();
    }

    @Test
    void destinationsHaveAlertsOfTheirOwn() throws Exception {
        take(anomaly("C1", 0, "10.1.1.1"));
        take(anomaly("C2", 1, "10.1.1.2"));
        take(anomaly("C3", 2, "10.1.1.1"));

        assertThat(alerts())
                .extracting(Alert::getDestination)
                .containsExactly("10.1.1.1", "10.1.1.2");
    }

    @Test
    void endIsToldWhenEventTimeHasPassedAndForgottenADayLater() throws Exception {
        take(anomaly("C1", 0, "10.1.1.1"));
        take(anomaly("C2", 1, "10.1.1.1"));
        job.processBothWatermarks(at(60));

        assertThat(alerts())
                .extracting(a -> a.getStep() + " " + a.getCount() + " " + a.getDestination())
                .containsExactly("opened 1 10.1.1.1", "closed 2 10.1.1.1");

        job.processBothWatermarks(at(60 + 25 * 60));
        assertThat(job.numKeyedStateEntries()).isZero();
        assertThat(job.numEventTimeTimers()).isZero();
    }

    @Test
    void suppressedAnomaliesAreAnEpisodeOfTheirOwnWithTheReason() throws Exception {
        take(suppression("s1", 1, false));
        take(anomaly("C1", 0, "10.1.1.1"));
        take(suppression("s1", 2, true));
        take(anomaly("C2", 1, "10.1.1.1"));

        assertThat(alerts())
                .extracting(Alert::getOutcome)
                .containsExactly("suppressed", "surfaced");
        assertThat(alerts().get(0).getSuppression().getReason()).isEqualTo("backup");
    }

    @Test
    void olderVersionOfASuppressionDoesNotComeBack() throws Exception {
        take(suppression("s1", 2, true));
        take(suppression("s1", 1, false));
        take(anomaly("C1", 0, "10.1.1.1"));

        assertThat(alerts()).extracting(Alert::getOutcome).containsExactly("surfaced");
    }

    @Test
    void carriesOnFromACheckpointWithTheSameIds() throws Exception {
        take(suppression("s1", 1, true));
        take(anomaly("C1", 0, "10.1.1.1"));
        OperatorSubtaskState state = job.snapshot(1, 1);
        take(anomaly("C2", 40, "10.1.1.1"));
        List<Alert> before = alerts();
        job.close();

        job = harness();
        job.initializeState(state);
        job.open();
        take(anomaly("C2", 40, "10.1.1.1"));

        assertThat(alerts()).isEqualTo(before.subList(1, before.size()));
        take(suppression("s1", 1, false));
        take(anomaly("C3", 41, "10.1.1.1"));
        assertThat(alerts()).extracting(Alert::getOutcome).doesNotContain("suppressed");
    }

    private void take(Anomaly anomaly) throws Exception {
        job.processElement1(anomaly, anomaly.getSequenceEnd().toEpochMilli());
    }

    private void take(Suppression suppression) throws Exception {
        job.processElement2(suppression, 0);
    }

    private List<Alert> alerts() {
        return job.extractOutputValues();
    }

    private static Watermark at(int minute) {
        return new Watermark(START.plus(Duration.ofMinutes(minute)).toEpochMilli());
    }

    private static Anomaly anomaly(String uid, int minute, String destination) {
        Anomaly anomaly =
                Samples.anomaly(
                        Samples.flow(uid, START.plus(Duration.ofMinutes(minute))), List.of());
        anomaly.getScore().setDestination(destination);
        anomaly.getFlow().setRespH(destination);
        return anomaly;
    }

    private static Suppression suppression(String id, long version, boolean withdrawn) {
        return Suppression.newBuilder()
                .setId(id)
                .setTenant("acme")
                .setReason("backup")
                .setOwner("ada")
                .setCreated(START)
                .setWithdrawn(withdrawn)
                .setVersion(version)
                .build();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Anomaly, Suppression, Alert>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new AlertGrouper(RULES), List.of(AlertGrouper.SUPPRESSIONS)),
                AlertGrouper::key,
                null,
                Types.STRING);
    }
}
