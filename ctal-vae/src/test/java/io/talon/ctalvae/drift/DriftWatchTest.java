// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class DriftWatchTest {
    private static final long SECOND = 1_000_000;
    private static final DriftOptions OPTIONS = DriftOptions.of(24);

    private final Random random = new Random(1);
    private final DriftWatch watch = new DriftWatch(OPTIONS);
    private long now = 1_700_000_000 * SECOND;

    private DriftPhase feed(int flows, DoubleSupplier p) {
        DriftPhase phase = null;
        for (int i = 0; i < flows; i++) {
            now += SECOND;
            phase = watch.observe(p.getAsDouble(), false, now);
        }
        return phase;
    }

    private DriftPhase alerts(int count, long apart) {
        DriftPhase phase = null;
        for (int i = 0; i < count; i++) {
            now += apart;
            phase = watch.observe(1e-6, true, now);
        }
        return phase;
    }

    @Test
    void uniformPValuesAreStable() {
        for (int seed = 0; seed < 20; seed++) {
            random.setSeed(seed);
            watch.recalibrated();
            assertThat(feed(20_000, random::nextDouble)).isNotEqualTo(DriftPhase.DRIFT);
        }
        assertThat(watch.reading().meanP()).isBetween(0.47, 0.53);
        assertThat(watch.reading().flows()).isEqualTo(20_000);
    }

    @Test
    void strangerTrafficBelowTheThresholdIsADriftWithinAThousandFlows() {
        feed(10_000, random::nextDouble);
        assertThat(feed(1_000, () -> 0.6 * random.nextDouble())).isEqualTo(DriftPhase.DRIFT);
        assertThat(watch.reading().meanP()).isLessThan(0.45);
    }

    @Test
    void anAttackIsNoDriftAsLongAsItIsShort() {
        feed(5_000, random::nextDouble);
        assertThat(alerts(500, SECOND / 100)).isEqualTo(DriftPhase.WARNING);
        now += 7_200 * SECOND;
        assertThat(feed(100, random::nextDouble)).isEqualTo(DriftPhase.STABLE);
    }

    @Test
    void alertsAboveTheBudgetForMoreThanAnHourAreADrift() {
        assertThat(alerts(30, 300 * SECOND)).isEqualTo(DriftPhase.DRIFT);
    }

    @Test
    void aDriftLastsUntilRecalibrated() {
        feed(5_000, random::nextDouble);
        feed(3_000, () -> 0.5 * random.nextDouble());
        assertThat(feed(5_000, random::nextDouble)).isEqualTo(DriftPhase.DRIFT);
        watch.recalibrating();
        assertThat(feed(10, random::nextDouble)).isEqualTo(DriftPhase.RECALIBRATING);
        watch.recalibrated();
        assertThat(feed(1_000, random::nextDouble)).isEqualTo(DriftPhase.STABLE);
    }

    @Test
    void aRestoredWatchGoesOnAsIfNothingHadHappened() {
        feed(7_013, random::nextDouble);
        byte[] state = watch.toBytes();
        DriftWatch restored = DriftWatch.fromBytes(state, OPTIONS);
        for (int i = 0; i < 3_000; i++) {
            double p = 0.7 * random.nextDouble();
            now += SECOND;
            assertThat(restored.observe(p, false, now)).isEqualTo(watch.observe(p, false, now));
        }
        assertThat(restored.toBytes()).isEqualTo(watch.toBytes());
        assertThat(state.length).isLessThan(2_000);
    }

    @Test
    void foreignBytesAreRefused() {
        byte[] state = watch.toBytes();
        assertThatThrownBy(() -> DriftWatch.fromBytes(new byte[] {9}, OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 9");
        assertThatThrownBy(() -> DriftWatch.fromBytes(Arrays.copyOf(state, 9), OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 bytes");
    }

    @Test
    void pValuesMustBeSuch() {
        assertThatThrownBy(() -> watch.observe(Double.NaN, false, now))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
