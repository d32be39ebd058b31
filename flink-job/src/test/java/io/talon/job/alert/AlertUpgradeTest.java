// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.alert.v1.Alert;
import io.talon.anomaly.v1.Anomaly;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.job.Samples;
import io.talon.job.SavepointBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Episodes, suppressions and budgets go on from what an earlier build wrote. */
class AlertUpgradeTest {
    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");
    private static final EpisodeRules RULES =
            new EpisodeRules(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(10));

    static String[] versions() throws Exception {
        return SavepointBytes.versions("episodes");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anEpisodeGoesOnAndASuppressionHolds(String version) throws Exception {
        String group;
        try (var before = grouper()) {
            before.open();
            before.processElement1(anomaly("C1", 0, "10.1.1.1"), 0);
            before.processElement2(suppression(), 0);
            SavepointBytes.offer("episodes", before.snapshot(1, 1));
            group = before.extractOutputValues().get(0).getGroupId();
        }
        try (var upgraded = grouper()) {
            upgraded.initializeState(SavepointBytes.read(version, "episodes"));
            upgraded.open();
            upgraded.processElement1(anomaly("C2", 10, "10.1.1.2"), 0);
            upgraded.processBothWatermarks(
                    new Watermark(START.plus(Duration.ofHours(2)).toEpochMilli()));
            upgraded.processElement1(anomaly("C3", 5, "10.1.1.1"), 0);

            List<Alert> alerts = upgraded.extractOutputValues();
            assertThat(alerts)
                    .extracting(a -> a.getStep() + " " + a.getOutcome() + " " + a.getDestination())
                    .containsExactly("opened suppressed 10.1.1.2", "opened suppressed 10.1.1.1");
            assertThat(alerts).extracting(Alert::getGroupId).doesNotContain(group);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anEpisodeEndsWithItsCount(String version) throws Exception {
        try (var upgraded = grouper()) {
            upgraded.initializeState(SavepointBytes.read(version, "episodes"));
            upgraded.open();
            upgraded.processElement2(withdrawn(), 0);
            upgraded.processElement1(anomaly("C2", 10, "10.1.1.1"), 0);
            upgraded.processBothWatermarks(
                    new Watermark(START.plus(Duration.ofHours(2)).toEpochMilli()));

            assertThat(upgraded.extractOutputValues())
                    .extracting(a -> a.getStep() + " " + a.getCount() + " " + a.getUids())
                    .containsExactly("closed 2 [C1, C2]");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aBudgetRemembersWhatIsUsed(String version) throws Exception {
        try (var before = budget()) {
            before.open();
            before.processElement1(alert("one", 1), 0);
            before.processElement1(alert("two", 2), 0);
            SavepointBytes.offer("budget", before.snapshot(1, 1));
        }
        try (var upgraded = budget()) {
            upgraded.initializeState(SavepointBytes.read(version, "budget"));
            upgraded.open();
            upgraded.processElement1(alert("three", 3), 0);
            upgraded.processElement1(alert("four", 4), 0);

            assertThat(upgraded.extractOutputValues())
                    .extracting(a -> a.getStep() + " " + a.getOutcome())
                    .containsExactly(
                            "opened surfaced", "budget-exhausted surfaced", "opened over-budget");
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Anomaly, Suppression, Alert>
            grouper() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new AlertGrouper(RULES), List.of(AlertGrouper.SUPPRESSIONS)),
                AlertGrouper::key,
                null,
                Types.STRING);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Alert, SiteSettings, Alert>
            budget() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new AlertBudget(3), List.of(Settings.STATE)),
                AlertBudget::key,
                null,
                Types.STRING);
    }

    private static Anomaly anomaly(String uid, int minute, String destination) {
        Anomaly anomaly =
                Samples.anomaly(
                        Samples.flow(uid, START.plus(Duration.ofMinutes(minute))), List.of());
        anomaly.getScore().setDestination(destination);
        anomaly.getFlow().setRespH(destination);
        return anomaly;
    }

    private static Alert alert(String id, int minute) {
        Anomaly anomaly = anomaly("C" + id, minute, "10.1.1." + minute);
        anomaly.getScore().setRecordScore(60);
        return Alert.newBuilder()
                .setId(id)
                .setTenant("acme")
                .setSite("plant-7")
                .setDestination("10.1.1." + minute)
                .setGroupId(id)
                .setStep(AlertStep.OPENED)
                .setAt(START.plus(Duration.ofMinutes(minute)))
                .setStarted(START)
                .setCount(1)
                .setWorstScore(60)
                .setUids(List.of("C" + id))
                .setAnomaly(anomaly)
                .setRunMode("streaming")
                .build();
    }

    private static Suppression suppression() {
        return Suppression.newBuilder()
                .setId("s1")
                .setTenant("acme")
                .setReason("backup")
                .setOwner("ada")
                .setCreated(START)
                .build();
    }

    private static Suppression withdrawn() {
        Suppression suppression = suppression();
        suppression.setVersion(suppression.getVersion() + 1);
        suppression.setWithdrawn(true);
        return suppression;
    }
}
