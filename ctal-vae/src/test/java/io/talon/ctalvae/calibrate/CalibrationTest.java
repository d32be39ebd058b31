// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static double[] exponential(int n, long seed) {
        Random random = new Random(seed);
        return random.doubles(n).map(u -> -Math.log(1 - u)).toArray();
    }

    @Property(tries = 200)
    void pFallsStrictlyAsTheErrorRises(
            @ForAll @IntRange(min = 1, max = 400) int n,
            @ForAll long seed,
            @ForAll @DoubleRange(max = 1e6) double error,
            @ForAll @DoubleRange(min = 0.01, max = 10) double step) {
        TailProbability p = TailProbability.fit(exponential(n, seed));

        assertThat(p.minusLog(error * (1 + step) + step)).isGreaterThan(p.minusLog(error));
        assertThat(Math.exp(-p.minusLog(1e9))).isPositive();
        assertThat(p.minusLog(0)).isZero();
    }

    @Test
    void pIsTheShareOfBenignErrorsAtOrAbove() {
        double[] benign = exponential(2000, 1);
        TailProbability p = TailProbability.fit(benign);
        for (double error : new double[] {0.1, 0.5, 1, 2, 4, 6}) {
            assertThat(p.minusLog(error))
                    .as("at %s", error)
                    .isCloseTo(error, within(0.1 + 0.15 * error));
        }
    }

    /** Two kinds of flows: no Pareto tail from the 90 % point on fits both. */
    @Test
    void withManyFlowsPIsTheShareFoundWhateverTheShapeOfTheTail() {
        double[] benign = exponential(20_000, 4);
        for (int i = 0; i < benign.length; i += 25) {
            benign[i] += 20;
        }
        TailProbability p = TailProbability.fit(benign);
        double[] later = exponential(20_000, 5);
        for (int i = 0; i < later.length; i += 25) {
            later[i] += 20;
        }
        for (double share : new double[] {0.05, 0.02, 0.01, 0.005}) {
            long flagged =
                    Arrays.stream(later).filter(e -> Math.exp(-p.minusLog(e)) <= share).count();
            assertThat(flagged / (share * later.length)).as("at %s", share).isBetween(0.7, 1.3);
        }
    }

    @Test
    void pIsContinuousAtTheEdgeOfTheTail() {
        double[] benign = exponential(500, 2);
        TailProbability p = TailProbability.fit(benign);
        float edge = p.body().x()[p.body().x().length - 1];
        assertThat(p.minusLog(edge * 1.000001)).isCloseTo(p.minusLog(edge), within(1e-4));
    }

    @Property(tries = 100)
    void tiedAndConstantReferencesStillGiveAnOrder(
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll @DoubleRange(max = 100) double value) {
        double[] constant = new double[n];
        Arrays.fill(constant, value);
        TailProbability p = TailProbability.fit(constant);
        Curve rank = TailRank.fit(constant);
        assertThat(p.minusLog(value + 2)).isGreaterThan(p.minusLog(value + 1));
        assertThat(rank.at(value + 2)).isGreaterThan(rank.at(value + 1));
    }

    @Test
    void tailRankCountsMeanExcessesBeyondTheNinetyPercentPoint() {
        double[] benign = new double[1000];
        Arrays.setAll(benign, i -> i / 999.0);
        Curve rank = TailRank.fit(benign);
        assertThat(rank.at(0.5)).isCloseTo(Math.log(2), within(0.01));
        assertThat(rank.at(0.9)).isCloseTo(-Math.log(0.1), within(0.01));
        assertThat(rank.at(0.9 + 10 * 0.05)).isCloseTo(10 - Math.log(0.1), within(0.1));
    }

    @Test
    void thresholdLiesBetweenBenignAndNegatives() {
        double[] benign = new double[101];
        Arrays.setAll(benign, i -> i / 100.0);
        ThresholdRule rule = ThresholdRule.defaults();
        assertThat(rule.threshold(benign, new double[] {1.2, 1.2, 5, 5, 5, 5}))
                .isCloseTo(Math.sqrt(0.99 * 1.2), within(1e-9));
        assertThat(rule.threshold(benign, new double[] {5, 1.2, 5, 5, 5}))
                .as("every negative that stands out is above it")
                .isCloseTo(Math.sqrt(0.99 * 1.2), within(1e-9));
        assertThat(rule.threshold(benign, new double[] {5, 0.5, 1.2, 5, 5}))
                .as("one that does not is a mistake")
                .isCloseTo(Math.sqrt(0.99 * 1.2), within(1e-9));
        assertThat(rule.threshold(benign, new double[] {100, 100, 100, 100, 100}))
                .isCloseTo(1.5, within(1e-9));
        assertThat(rule.threshold(benign, new double[] {0.5})).isCloseTo(0.995, within(1e-9));
        assertThat(rule.threshold(benign, new double[0])).isCloseTo(0.995, within(1e-9));
    }

    @Test
    void fewNegativesMoveTheThresholdLess() {
        double[] benign = new double[101];
        Arrays.setAll(benign, i -> i / 100.0);
        double[] negatives = new double[6];
        Arrays.fill(negatives, 100);
        ThresholdRule rule = ThresholdRule.defaults();
        double[] thresholds = new double[7];
        Arrays.setAll(thresholds, n -> rule.threshold(benign, Arrays.copyOf(negatives, n)));
        assertThat(thresholds[0]).isCloseTo(0.995, within(1e-9));
        assertThat(Arrays.copyOf(thresholds, 6)).isSorted().doesNotHaveDuplicates();
        assertThat(thresholds[5]).isCloseTo(1.5, within(1e-9)).isEqualTo(thresholds[6]);
        assertThat(thresholds[1])
                .as("a fifth of the way, in logarithms")
                .isCloseTo(Math.exp(0.8 * Math.log(0.995) + 0.2 * Math.log(1.5)), within(1e-9));
    }

    @Test
    void recordScoreIsAFixedFunctionOfP() {
        assertThat(Calibration.recordScore(1)).isZero();
        assertThat(Calibration.recordScore(1e-5)).isCloseTo(87.4, within(0.1));
        assertThat(Calibration.recordScore(Double.MIN_NORMAL)).isBetween(99.99, 100.0);
    }

    @Test
    void curvesMustIncrease() {
        assertThatThrownBy(() -> new Curve(new float[] {0, 0}, new float[] {0, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Curve(new float[] {0, 1}, new float[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Curve(new float[] {0}, new float[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
