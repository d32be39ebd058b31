// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.metric;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean and the half width of its 95 % interval, by Student's t over the repetitions.
 *
 * @param mean mean; NaN without values
 * @param halfWidth half the width of the interval; 0 for values that are all equal, NaN for fewer
 *     than two
 * @param count repetitions
 */
public record Interval(double mean, double halfWidth, int count) {

    /** Mean and interval of repetitions; NaN values (measures that do not exist) are left out. */
    public static Interval of(double[] values) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        int n = present.length;
        double mean = Arrays.stream(present).average().orElse(Double.NaN);
        if (n < 2) {
            return new Interval(mean, Double.NaN, n);
        }
        double squares = Arrays.stream(present).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (n - 1) / n);
        double t = new TDistribution(n - 1).inverseCumulativeProbability(0.975);
        return new Interval(mean, error == 0 ? 0 : t * error, n);
    }

    /**
     * Interval of the differences {@code ours − theirs} of repetitions that share everything but
     * the detector (pair, draw, seed).
     */
    public static Interval paired(double[] ours, double[] theirs) {
        if (ours.length != theirs.length) {
            throw new IllegalArgumentException(
                    "pairs need as many values on each side: "
                            + ours.length
                            + " and "
                            + theirs.length);
        }
        double[] difference = new double[ours.length];
        Arrays.setAll(difference, i -> ours[i] - theirs[i]);
        return of(difference);
    }

    /** Whether zero lies below the interval: ours is better, not by chance alone. */
    public boolean isAboveZero() {
        return mean - halfWidth > 0;
    }

    /** Whether zero lies above the interval. */
    public boolean isBelowZero() {
        return mean + halfWidth < 0;
    }
}
