// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.evaluation.metric.Ranking;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorsTest {
    private static final int WIDTH = 8;

    /** Enough training for eight features. */
    private static final NetworkOptions BRIEF = new NetworkOptions(16, 4, 200, 32, 3e-3);

    static Stream<Detector> fitted() {
        return Stream.concat(
                Detectors.simple().stream(),
                Stream.of(new AutoEncoder(BRIEF), new VariationalAutoEncoder(BRIEF)));
    }

    static Stream<Detector> all() {
        return Stream.concat(Detectors.trivial().stream(), fitted());
    }

    @ParameterizedTest
    @MethodSource("fitted")
    void ranksWindowsFarFromTheBenignOnesFirst(Detector detector) {
        float[][] benign = windows(400, 0, 1);
        float[][] test = windows(200, 0, 2);
        float[][] attacks = windows(100, 4, 3);
        Detector.Fitted fitted = detector.fit(SiteStatistics.of(benign), benign, 7);

        double auroc = auroc(fitted.score(test), fitted.score(attacks));

        assertThat(auroc).isGreaterThan(0.97);
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameSeedGivesTheSameScores(Detector detector) {
        float[][] benign = windows(100, 0, 1);
        float[][] test = windows(50, 1, 2);
        SiteStatistics statistics = SiteStatistics.of(benign);

        double[] first = detector.fit(statistics, benign, 7).score(test);
        double[] second = detector.fit(statistics, benign, 7).score(test);
        double[] other = detector.fit(statistics, benign, 8).score(test);

        assertThat(second).isEqualTo(first);
        if (detector.isSeeded()) {
            assertThat(other).isNotEqualTo(first);
        } else {
            assertThat(other).isEqualTo(first);
        }
    }

    /** Zero is the first seed of every table. */
    @ParameterizedTest
    @MethodSource("all")
    void zeroIsASeedLikeAnyOther(Detector detector) {
        float[][] benign = windows(100, 0, 1);
        SiteStatistics statistics = SiteStatistics.of(benign);

        double[] first = detector.fit(statistics, benign, 0).score(benign);
        double[] second = detector.fit(statistics, benign, 0).score(benign);

        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("all")
    void scoresTwoShotsAndMissingValuesFinitely(Detector detector) {
        float[][] benign = windows(2, 0, 1);
        float[][] test = windows(5, 0, 2);
        test[3][2] = Float.NaN;
        benign[0][WIDTH] = Float.NaN;

        double[] scores = detector.fit(SiteStatistics.of(benign), benign, 7).score(test);

        assertThat(scores).hasSize(5);
        assertThat(Arrays.stream(scores)).allMatch(Double::isFinite);
    }

    private static double auroc(double[] benign, double[] attacks) {
        double[] scores = Stream.of(benign, attacks).flatMapToDouble(Arrays::stream).toArray();
        boolean[] attack = new boolean[scores.length];
        Arrays.fill(attack, benign.length, attack.length, true);
        return Ranking.of(scores, attack).auroc();
    }

    /** Windows of 2 to 10 correlated flows, shifted by {@code shift} in half of the features. */
    private static float[][] windows(int count, double shift, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            int length = 2 + random.nextInt(9);
            float[] values = new float[length * WIDTH];
            for (int t = 0; t < length; t++) {
                double common = random.nextGaussian();
                for (int f = 0; f < WIDTH; f++) {
                    values[t * WIDTH + f] =
                            (float)
                                    (common
                                            + 0.5 * random.nextGaussian()
                                            + (f % 2 == 0 ? shift : 0));
                }
            }
            rows[i] = WindowVector.of(values, length, WIDTH);
        }
        return rows;
    }
}
