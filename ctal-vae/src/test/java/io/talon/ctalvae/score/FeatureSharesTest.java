// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.ServiceRanges;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureSharesTest {

    /** Two groups: the site, where the first feature goes from 0 to 10, and a service of 4 to 5. */
    private static Normaliser site() {
        return new Normaliser(
                new float[] {5, 5, 0},
                new float[] {1, 1, 1},
                new ServiceRanges(
                        new float[] {0, 7},
                        new float[] {0, 4, 0, 4, 4, 0},
                        new float[] {5, 5, 0, 4.5f, 5, 0},
                        new float[] {10, 6, 0, 5, 6, 0}));
    }

    @Test
    void whatIsOrdinaryForTheSiteButNotForTheServiceAnswersForMore() {
        float[] raw = {9, 7, 0};
        assertThat(FeatureShares.of(site(), 0, raw, 0))
                .containsExactly(new double[] {0.64 / 4.64, 4 / 4.64, 0}, within(1e-6));
        assertThat(FeatureShares.of(site(), 1, raw, 0))
                .containsExactly(new double[] {81 / 85.0, 4 / 85.0, 0}, within(1e-6));
    }

    @Test
    void whatNeverMovedIsNotInfinitelyStrange() {
        double[] found = FeatureShares.of(site(), 0, new float[] {99, 5, 6, 1}, 1);
        assertThat(found[2]).isBetween(0.9, 0.99);
        assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void missingValuesAnswerForNothingAndATypicalFlowForAllAlike() {
        assertThat(FeatureShares.of(site(), 0, new float[] {Float.NaN, 7, 0}, 0))
                .containsExactly(0, 1, 0);
        assertThat(FeatureShares.of(site(), 0, new float[] {5, 5, 0}, 0))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }
}
