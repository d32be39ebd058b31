// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShortGridTest {
    @Property
    void weightsMoveByAtMostTheFifteenthBitOfTheLargestAndOnlyOnce(
            @ForAll @IntRange(min = -90, max = 120) int exponent, @ForAll long seed) {
        float[] weights = weights(new Random(seed), Math.scalb(1f, exponent));
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float[] rounded = ShortGrid.round(weights);
        for (int i = 0; i < weights.length; i++) {
            assertThat((double) rounded[i])
                    .isCloseTo(weights[i], within(Math.scalb((double) largest, -15)));
        }
        assertThat(ShortGrid.round(rounded)).containsExactly(rounded);
    }

    @Property
    void whatIsRoundedRestsInHalfOfTheMemoryAndNothingElseDoes(@ForAll long seed) {
        float[] weights = weights(new Random(seed), 1);
        float[] bias = new float[5];
        assertThat(ShortAffine.exact(ShortGrid.round(weights), bias, 6, 4)).isNotNull();
        assertThat(ShortAffine.exact(weights, bias, 6, 4)).isNull();
    }

    @Test
    void nothingBecomesOfWeightsThatAreNotFinite() {
        float[] weights = {1, Float.NaN, 0.3f};
        assertThat(ShortGrid.round(weights)).containsExactly(weights);
        assertThat(ShortAffine.exact(weights, new float[3], 1, 4)).isNull();
        weights[1] = Float.NEGATIVE_INFINITY;
        assertThat(ShortGrid.round(weights)).containsExactly(weights);
        assertThat(ShortAffine.exact(weights, new float[3], 1, 4)).isNull();
    }

    @Test
    void zerosAndTheSmallestFloatsAreZero() {
        float[] weights = {0, Float.MIN_VALUE, -Float.MIN_NORMAL};
        assertThat(ShortGrid.round(weights)).containsExactly(0, 0, 0);
        assertThat(ShortAffine.exact(new float[30], new float[5], 6, 4)).isNotNull();
    }

    private static float[] weights(Random random, float size) {
        float[] weights = new float[30];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() * size;
        }
        return weights;
    }
}
