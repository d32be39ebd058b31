// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.alert.v1.Alert;
import io.talon.control.v1.SiteSettings;
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

/** With a budget of three alerts a day. */
class AlertBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** What four alerts of an adaptor come to. */
    private static final List<String> USED_UP =
            List.of(
                    "opened surfaced",
                    "opened surfaced",
                    "opened surfaced",
                    "budget-exhausted surfaced",
                    "opened over-budget");

    private KeyedTwoInputStreamOperatorTestHarness<String, Alert, SiteSettings, Alert> job;

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
    void alertsBeyondTheBudgetAreKeptAndThatItIsUsedUpIsToldOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            take(alert("opened", "plant-7", NOON, 60));
        }

        assertThat(told().subList(0, 5)).isEqualTo(USED_UP);
        assertThat(told().subList(5, told().size())).containsExactly("opened over-budget");
    }

    @Test
    void criticalOnesAreNeverHeldBack() throws Exception {
        for (int i = 0; i < 10; i++) {
            take(alert("opened", "plant-7", NOON, 60));
        }
        take(alert("escalated", "plant-7", NOON, 91));

        assertThat(told()).endsWith("escalated surfaced");
    }

    @Test
    void everySiteAndEveryDayHasItsOwn() throws Exception {
        for (int i = 0; i < 3; i++) {
            take(alert("opened", "plant-7", NOON, 60));
            take(alert("opened", "plant-8", NOON, 60));
            take(alert("opened", "plant-7", NOON.plus(Duration.ofDays(1)), 60));
        }

        assertThat(told()).hasSize(9).containsOnly("opened surfaced");
    }

    @Test
    void updatesClosingsAndSuppressedOnesCostNothing() throws Exception {
        Alert suppressed = alert("opened", "plant-7", NOON, 60);
        suppressed.setOutcome("suppressed");
        for (int i = 0; i < 5; i++) {
            take(alert("updated", "plant-7", NOON, 60));
            take(alert("closed", "plant-7", NOON, 60));
            take(Alert.newBuilder(suppressed).build());
        }
        take(alert("opened", "plant-7", NOON, 60));

        assertThat(told()).hasSize(16).endsWith("opened surfaced");
    }

    @Test
    void siteCanSetItsOwnBudgetAndOlderSettingsDoNotComeBack() throws Exception {
        job.processElement2(settings(2, 1), 0);
        job.processElement2(settings(1, 100), 0);
        take(alert("opened", "plant-7", NOON, 60));
        take(alert("opened", "plant-7", NOON, 60));

        assertThat(told())
                .containsExactly(
                        "opened surfaced", "budget-exhausted surfaced", "opened over-budget");
    }

    @Test
    void countsOnFromACheckpointAndForgetsDaysThatArePast() throws Exception {
        take(alert("opened", "plant-7", NOON, 60));
        take(alert("opened", "plant-7", NOON, 60));
        OperatorSubtaskState state = job.snapshot(1, 1);
        job.close();
        job = harness();
        job.initializeState(state);
        job.open();
        take(alert("opened", "plant-7", NOON, 60));
        take(alert("opened", "plant-7", NOON, 60));

        assertThat(told())
                .containsExactly(
                        "opened surfaced", "budget-exhausted surfaced", "opened over-budget");
        job.processBothWatermarks(new Watermark(NOON.plus(Duration.ofDays(3)).toEpochMilli()));
        assertThat(job.numKeyedStateEntries()).isZero();
    }

    @Test
    void anotherAdaptorStartsTheDaysBudgetAnewOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            take(by("generic"));
        }
        for (int i = 0; i < 4; i++) {
            take(by("taught"));
        }
        take(by("generic"));

        assertThat(told().subList(0, 5)).isEqualTo(USED_UP);
        assertThat(told().subList(5, 10)).isEqualTo(USED_UP);
        assertThat(told().subList(10, told().size())).containsExactly("opened over-budget");
        assertThat(job.extractOutputValues())
                .filteredOn(alert -> alert.getStep().equals("budget-exhausted"))
                .extracting(Alert::getId)
                .doesNotHaveDuplicates();
    }

    /** An alert that an adaptor raised. */
    private static Alert by(String adaptor) {
        Alert alert = alert("opened", "plant-7", NOON, 60);
        alert.setAnomaly(Samples.anomaly(Samples.flow("C1", NOON), List.of()));
        alert.getAnomaly().setAdaptorSha256(adaptor);
        return alert;
    }

    private void take(Alert alert) throws Exception {
        job.processElement1(alert, alert.getAt().toEpochMilli());
    }

    private List<String> told() {
        return job.extractOutputValues().stream()
                .map(a -> a.getStep() + " " + a.getOutcome())
                .toList();
    }

    private static SiteSettings settings(long version, double budget) {
        return SiteSettings.newBuilder()
                .setTenant("acme")
                .setSite("plant-7")
                .setVersion(version)
                .setAlertsPerDay(budget)
                .setChanged(NOON)
                .build();
    }

    private static Alert alert(String step, String site, Instant at, double score) {
        return Alert.newBuilder()
                .setId("id")
                .setTenant("acme")
                .setSite(site)
                .setDestination("203.0.113.9")
                .setGroupId("g")
                .setStep(step)
                .setAt(at)
                .setStarted(at)
                .setCount(1)
                .setWorstScore(score)
                .setUids(List.of("C1"))
                .setRunMode("streaming")
                .build();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Alert, SiteSettings, Alert>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new AlertBudget(3), List.of(Settings.STATE)),
                AlertBudget::key,
                null,
                Types.STRING);
    }
}
