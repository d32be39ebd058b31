// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DiscriminantTest {

    private static double[] ranks(long seed) {
        return new Random(seed).doubles(400).map(u -> -Math.log(1 - u)).toArray();
    }

    private static double sum(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    @Test
    void aRankThatTellsTheAnomaliesGetsTheWeight() {
        double[][] benign = {ranks(1), ranks(2), ranks(3)};
        double[][] anomalies = {{1, 1, 1, 1, 1}, {9, 8, 9, 9, 8}, {1, 0, 1, 1, 1}};
        float[] weights = Discriminant.weights(benign, anomalies);
        assertThat(weights[1]).isGreaterThan(0.7f);
        assertThat(sum(weights)).isCloseTo(1, within(1e-6));
    }

    @Test
    void withoutAnomaliesEqualRanksWeighTheSame() {
        double[][] benign = {ranks(1), ranks(2), ranks(3)};
        float[] weights = Discriminant.weights(benign, new double[3][0]);
        for (float weight : weights) {
            assertThat(weight).isBetween(0.2f, 0.5f);
        }
    }

    @Test
    void theFewerAnomaliesTheLessTheirWordCounts() {
        double[][] benign = {ranks(1), ranks(2), ranks(3)};
        float[] alone = Discriminant.weights(benign, new double[3][0]);
        float[] one = Discriminant.weights(benign, new double[][] {{1}, {9}, {1}});
        float[] three =
                Discriminant.weights(benign, new double[][] {{1, 1, 1}, {9, 9, 9}, {1, 1, 1}});
        float[] five =
                Discriminant.weights(
                        benign, new double[][] {{1, 1, 1, 1, 1}, {9, 9, 9, 9, 9}, {1, 1, 1, 1, 1}});
        assertThat(one[1] - alone[1]).isBetween(0.01f, (five[1] - alone[1]) / 5);
        assertThat(three[1]).isBetween(one[1], five[1]);
        assertThat(sum(one)).isCloseTo(1, within(1e-6));
    }

    @Test
    void oneOddRankOfAnAnomalyIsLimited() {
        double[][] benign = {ranks(1), ranks(2)};
        float[] ten = Discriminant.weights(benign, new double[][] {{10}, {2}});
        float[] thousand = Discriminant.weights(benign, new double[][] {{1000}, {2}});
        assertThat(thousand).containsExactly(ten);
    }

    @Property(tries = 100)
    void weightsAreNeverNegativeAndSumToOne(@ForAll long seed) {
        Random random = new Random(seed);
        double[] common = ranks(seed);
        double[][] benign = new double[12][400];
        double[][] anomalies = new double[12][5];
        for (int i = 0; i < 12; i++) {
            for (int f = 0; f < 400; f++) {
                benign[i][f] = common[f] + 0.1 * random.nextDouble();
            }
            for (int f = 0; f < 5; f++) {
                anomalies[i][f] = 12 * random.nextDouble();
            }
        }
        float[] weights = Discriminant.weights(benign, anomalies);
        for (float weight : weights) {
            assertThat(weight).isNotNegative();
        }
        assertThat(sum(weights)).isCloseTo(1, within(1e-5));
    }
}
