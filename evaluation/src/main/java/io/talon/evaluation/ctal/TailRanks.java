// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import java.util.Arrays;

/**
 * How far out in a benign reference a value lies: −ln((number ≥ x + 1)/(n + 1)) up to the 90 %
 * point, and beyond it 1 more for each mean excess. Puts errors of different kind on one scale.
 */
public final class TailRanks {
    private static final double BODY = 0.9;

    private final double[] sorted;
    private final double edge;
    private final double excess;

    /** The benign reference; at least one value. */
    public TailRanks(double[] reference) {
        sorted = reference.clone();
        Arrays.sort(sorted);
        edge = sorted[(int) (BODY * (sorted.length - 1))];
        double mean =
                Arrays.stream(sorted).filter(v -> v > edge).map(v -> v - edge).average().orElse(0);
        excess = Math.max(mean, Math.max(1e-3 * edge, 1e-6));
    }

    /** The rank of a value, ≥ 0. */
    public double of(double value) {
        if (value > edge) {
            return -Math.log(1 - BODY) + (value - edge) / excess;
        }
        int below = 0;
        int above = sorted.length;
        while (below < above) {
            int middle = (below + above) / 2;
            if (sorted[middle] < value) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return -Math.log((sorted.length - below + 1.0) / (sorted.length + 1));
    }
}
