// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.Arrays;
import java.util.Random;

/** Draws of flows. */
final class Draws {
    private Draws() {}

    /**
     * {@code count} of the values without replacement, in the order drawn; all if there are fewer.
     */
    static int[] without(int[] values, int count, Random random) {
        int[] pool = values.clone();
        int drawn = Math.min(count, pool.length);
        for (int i = 0; i < drawn; i++) {
            int j = i + random.nextInt(pool.length - i);
            int swap = pool[i];
            pool[i] = pool[j];
            pool[j] = swap;
        }
        return Arrays.copyOf(pool, drawn);
    }
}
