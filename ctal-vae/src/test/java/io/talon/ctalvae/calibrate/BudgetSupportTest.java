// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetSupportTest {
    private static final int FLOWS = 10_000;

    private static double[] independent(int n, long seed) {
        return new Random(seed).doubles(n).toArray();
    }

    @Test
    void independentFlowsSupportABudgetFromFortyFourAboveTheThresholdOn() {
        BudgetSupport support = BudgetSupport.of(independent(FLOWS, 1), 0.02);
        assertThat(support.dispersion()).isLessThan(3);
        assertThat(support.holds()).isTrue();
        assertThat(new BudgetSupport(2_199, 0.02, 1).holds()).isFalse();
        assertThat(new BudgetSupport(2_200, 0.02, 1).holds()).isTrue();
    }

    /** Every burst is a hundred flows with the same error: a hundredth as many are independent. */
    @Test
    void burstsAreWorthAsManyFlowsAsThereAreBursts() {
        double[] bursts = independent(FLOWS / 100, 2);
        double[] held = new double[FLOWS];
        Arrays.setAll(held, i -> bursts[i / 100] + 1e-9 * (i % 100));
        BudgetSupport support = BudgetSupport.of(held, 0.05);
        assertThat(support.dispersion()).isGreaterThan(30);
        assertThat(support.holds()).isFalse();
        assertThat(support.needed()).isGreaterThan(30 * 44 * 20);
    }

    /** Independent flows, but errors are twice as large in the second half. */
    @Test
    void aSliceThatChangesHalfwaySupportsLess() {
        double[] held = independent(FLOWS, 3);
        for (int i = FLOWS / 2; i < FLOWS; i++) {
            held[i] *= 2;
        }
        BudgetSupport support = BudgetSupport.of(held, 0.02);
        assertThat(support.dispersion()).isGreaterThan(20);
        assertThat(support.holds()).isFalse();
    }

    @Test
    void equalErrorsAreNotAboveTheirOwnThreshold() {
        assertThat(BudgetSupport.of(new double[FLOWS], 0.02).dispersion()).isEqualTo(1);
    }
}
