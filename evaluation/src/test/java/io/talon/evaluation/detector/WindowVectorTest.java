// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WindowVectorTest {
    private static final float NAN = Float.NaN;

    @Test
    void holdsLastFlowMeanAndSpreadOfPresentValues() {
        float[] row = WindowVector.of(new float[] {1, NAN, 3, 7, NAN, NAN, 5, 9, NAN}, 3, 3);

        assertThat(row)
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(5, 9, NAN, 13 / 3f, 9, 3, (float) Math.sqrt(56 / 9.0), 0, 0);
    }

    @Test
    void l2SequenceMeanIsTheMeanOverFlowsOfTheirSquaredDistance() {
        float[][] site = {
            WindowVector.of(new float[] {0, 10}, 1, 2),
            WindowVector.of(new float[] {1, 20}, 1, 2),
            WindowVector.of(new float[] {2, 30}, 1, 2)
        };
        SiteStatistics statistics = SiteStatistics.of(site);
        float[] flows = {1.5f, 22, 3, 14, 0.5f, 35};

        double score =
                L2.SEQUENCE_MEAN.fit(statistics, site, 0)
                        .score(new float[][] {WindowVector.of(flows, 3, 2)})[0];

        double expected = 0;
        for (int t = 0; t < 3; t++) {
            for (int f = 0; f < 2; f++) {
                double z = (flows[2 * t + f] - statistics.centre(f)) / statistics.scale(f);
                expected += z * z / 6;
            }
        }
        assertThat(score).isCloseTo(expected, Offset.offset(1e-6));
    }
}
