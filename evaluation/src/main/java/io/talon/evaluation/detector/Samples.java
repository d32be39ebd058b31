// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Arrays;
import java.util.Random;

/** Draws without replacement. */
final class Samples {
    private Samples() {}

    /**
     * At most {@code most} rows, drawn without replacement; all of them in order if there are few.
     */
    static float[][] draw(float[][] rows, int most, Random random) {
        if (rows.length <= most) {
            return rows;
        }
        float[][] drawn = rows.clone();
        for (int i = 0; i < most; i++) {
            int j = i + random.nextInt(drawn.length - i);
            float[] swap = drawn[i];
            drawn[i] = drawn[j];
            drawn[j] = swap;
        }
        return Arrays.copyOf(drawn, most);
    }
}
