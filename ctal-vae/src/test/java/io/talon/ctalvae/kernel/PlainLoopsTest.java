// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A machine has one of both; here both are tried. */
class PlainLoopsTest {
    private static final List<PlainLoops> BOTH = List.of(new FusedLoops(), new RoundedLoops());

    /** Rows and depths around what is taken at once. */
    @Property(tries = 200)
    void productsAreThoseOfDoublePrecision(
            @ForAll @IntRange(min = 1, max = 7) int rows,
            @ForAll @IntRange(min = 1, max = 20) int depth,
            @ForAll @IntRange(min = 1, max = 200) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[][] a = random(random, rows, depth);
        float[][] w = random(random, depth, columns);
        for (PlainLoops loops : BOTH) {
            float[][] c = Rows.zeros(rows, columns);
            float[][] before = random(random, rows, columns);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(before[row], 0, c[row], 0, columns);
            }
            loops.add(rows, a, depth, w, Math.max(columns, Rows.WIDE), c);
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < columns; j++) {
                    double sum = before[row][j];
                    for (int k = 0; k < depth; k++) {
                        sum += (double) a[row][k] * w[k][j];
                    }
                    assertThat((double) c[row][j]).isCloseTo(sum, within(1e-5));
                }
            }
        }
    }

    @Test
    void tanhIsThatOfDoublePrecisionAndEndsAtOne() {
        float[] x = {0, 1e-30f, -0.3f, 2, -7.8f, 50, Float.POSITIVE_INFINITY, -Float.MAX_VALUE};
        for (PlainLoops loops : BOTH) {
            float[] y = x.clone();
            loops.tanh(y, x.length - 1);
            for (int i = 0; i < x.length - 1; i++) {
                double expected = Math.tanh(x[i]);
                assertThat((double) y[i]).isCloseTo(expected, within(5e-7 * Math.abs(expected)));
            }
            assertThat(y[x.length - 1]).isEqualTo(x[x.length - 1]);
        }
    }

    private static float[][] random(Random random, int rows, int columns) {
        float[][] all = Rows.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < columns; j++) {
                all[row][j] = (float) random.nextGaussian();
            }
        }
        return all;
    }
}
