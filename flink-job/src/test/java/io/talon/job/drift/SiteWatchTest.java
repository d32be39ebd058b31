// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.SiteSettings;
import io.talon.job.Samples;
import io.talon.job.alert.Settings;
import io.talon.job.document.SiteHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flows a second apart; those of a calibrated site have p-values that are uniform. */
class SiteWatchTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final Random random = new Random(1);
    private KeyedTwoInputStreamOperatorTestHarness<String, SiteTally, SiteSettings, SiteHealth> job;
    private Instant clock = START;

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
    void siteThatIsAsItWasCalibratedStaysStableAndIsReportedAtFixedTimes() throws Exception {
        flows(3000, 0, 1, "v1");
        job.processBothWatermarks(new Watermark(clock.toEpochMilli()));

        assertThat(reports()).extracting(SiteHealth::driftState).containsOnly("stable");
        assertThat(reports())
                .extracting(r -> r.at().toString())
                .containsExactly("2026-11-23T12:05:00Z");
        assertThat(reports().get(0).driftDistance()).isLessThan(0.05);
        assertThat(reports().get(0).allFlows()).isEqualTo(3000);
    }

    @Test
    void trafficThatHasMovedAwayIsDriftAndToldAtOnce() throws Exception {
        flows(3000, 0, 1, "v1");
        flows(3000, 0, 0.4, "v1");

        assertThat(reports()).extracting(SiteHealth::driftState).endsWith("drift");
        assertThat(reports().get(reports().size() - 1).driftDistance()).isGreaterThan(0.1);
    }

    @Test
    void alertsFarBeyondTheBudgetAreAWarningAndForLongerADrift() throws Exception {
        for (int i = 0; i < 3; i++) {
            flows(3000, 0, 1, "v1");
            flows(600, 20, 1, "v1");
        }

        assertThat(reports())
                .extracting(SiteHealth::driftState)
                .containsSubsequence("warning", "drift");
    }

    @Test
    void newAdaptorIsJudgedOnceItHasScoredEnough() throws Exception {
        flows(3000, 0, 1, "v1");
        flows(3000, 0, 0.4, "v1");
        flows(500, 0, 0.4, "v2");
        assertThat(reports()).extracting(SiteHealth::driftState).endsWith("recalibrating");

        flows(2000, 0, 1, "v2");
        assertThat(reports()).extracting(SiteHealth::driftState).endsWith("stable");
        assertThat(reports().get(reports().size() - 1).adaptorVersion()).isEqualTo("v2");
    }

    @Test
    void countsExactlyOnceAcrossACheckpoint() throws Exception {
        flows(500, 0, 1, "v1");
        OperatorSubtaskState state = job.snapshot(1, 1);
        flows(77, 0, 1, "v1");
        job.close();
        job = harness();
        job.initializeState(state);
        job.open();
        flows(500, 0, 1, "v1");
        job.processBothWatermarks(new Watermark(clock.plusSeconds(600).toEpochMilli()));

        assertThat(reports()).extracting(SiteHealth::allFlows).containsExactly(1000L);
        assertThat(reports().get(0).flows()).isEqualTo(1000);
    }

    @Test
    void deadLettersAndLateFlowsAreCounted() throws Exception {
        flows(1, 0, 1, "v1");
        SiteTally late = new SiteTally("acme", "plant-7");
        late.late = 2;
        late.dead = 3;
        job.processElement1(late, 0);
        job.processBothWatermarks(new Watermark(START.plusSeconds(600).toEpochMilli()));

        assertThat(reports().get(0))
                .extracting(SiteHealth::late, SiteHealth::dead, SiteHealth::allDead)
                .containsExactly(2L, 3L, 3L);
    }

    /** In tallies of 50; p-values uniform up to a largest one, so many in a thousand anomalous. */
    private void flows(int count, int anomalousPerMille, double largest, String adaptor)
            throws Exception {
        OpenTally open = new OpenTally("acme", "plant-7");
        for (int i = 0; i < count; i++) {
            boolean anomalous = random.nextInt(1000) < anomalousPerMille;
            SequenceScore score = Samples.anomaly(Samples.flow(), List.of()).getScore();
            score.setAnomalous(anomalous);
            score.setP(anomalous ? 1e-6 : random.nextDouble() * largest);
            score.setEnd(clock);
            score.setAdaptorVersion(adaptor);
            clock = clock.plusSeconds(1);
            open.add(score);
            if (i % 50 == 49 || i == count - 1) {
                job.processElement1(open.take(), 0);
            }
        }
    }

    private List<SiteHealth> reports() {
        return job.extractOutputValues();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, SiteTally, SiteSettings, SiteHealth>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new SiteWatch(10, Duration.ofMinutes(5)), List.of(Settings.STATE)),
                SiteTally::key,
                null,
                Types.STRING);
    }
}
