// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureSharesTest {
    private static final float[] ALL = {1, 1, 1, 1, 1, 1};

    @Test
    void whatIsFarFromTheMedianAtManyBenignFlowsAnswersForLess() {
        FeatureShares shares = new FeatureShares(new float[] {9, 9, 9, 5, 4, 0}, ALL, 0, 2, 3);
        double[] found = shares.of(new float[] {25, 1, 1});
        assertThat(found).containsExactly(new double[] {1 / 17.0, 16 / 17.0, 0}, within(1e-6));
    }

    @Test
    void whatNeverMovedIsNotInfinitelyStrange() {
        FeatureShares shares = new FeatureShares(new float[] {1, 1, 1}, ALL, 0, 1, 3);
        double[] found = shares.of(new float[] {0, 1, 1});
        assertThat(found[0]).isBetween(0.5, 0.95);
        assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void missingValuesAnswerForNothingAndAFlowAtTheMedianForAllAlike() {
        FeatureShares missing =
                new FeatureShares(new float[] {3, 3, 3}, new float[] {1, 0, 1}, 0, 1, 3);
        assertThat(missing.of(new float[] {1, 1, 1})).containsExactly(0.5, 0, 0.5);
        FeatureShares median = new FeatureShares(new float[3], ALL, 0, 1, 3);
        assertThat(median.of(new float[] {1, 1, 1}))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }
}
