// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Benign reference values, all ≥ 0, sorted: what tail functions are fitted to. */
final class Reference {
    /** More knots would add bytes to a file, not information. */
    private static final int MOST_KNOTS = 200;

    /** From here on knots lie as close as values, but no closer than a step. */
    private static final double TAIL = -Math.log(0.1);

    private static final double TAIL_STEP = 0.02;

    private final double[] sorted;

    /**
     * @throws IllegalArgumentException if there are no values or one is not finite
     */
    Reference(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0
                || !(sorted[0] >= 0)
                || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("a reference needs values, finite and not negative");
        }
    }

    /** The value that this share of the reference is not above, linear between values. */
    double quantile(double share) {
        return Quantiles.of(sorted, share);
    }

    /** Mean of what lies above a value, beyond it; 0 if nothing does. */
    double meanExcess(double above) {
        return Arrays.stream(sorted).filter(v -> v > above).map(v -> v - above).average().orElse(0);
    }

    /** Variance of what lies above a value; 0 if nothing does. */
    double excessVariance(double above) {
        double mean = meanExcess(above);
        return Arrays.stream(sorted)
                .filter(v -> v > above)
                .map(v -> (v - above - mean) * (v - above - mean))
                .average()
                .orElse(0);
    }

    /**
     * Knots (x, −ln((number of values ≥ x + 1) / (n + 1))) from (0, 0) up to a place, which gets
     * the given value. The smallest value gets half a step, so that the function increases from 0
     * on.
     */
    List<double[]> knotsUpTo(double place, double value) {
        int n = sorted.length;
        List<double[]> knots = new ArrayList<>();
        knots.add(new double[] {0, 0});
        int stride = 1 + n / MOST_KNOTS;
        for (int i = 0; i < n && sorted[i] < place; i++) {
            double y = -Math.log((n - Math.max(i, 0.5) + 1) / (n + 1));
            boolean far = y > TAIL && y >= knots.get(knots.size() - 1)[1] + TAIL_STEP;
            if (i % stride == 0 || far) {
                add(knots, sorted[i], y);
            }
        }
        while (knots.size() > 1 && !(value > knots.get(knots.size() - 1)[1])) {
            knots.remove(knots.size() - 1);
        }
        add(knots, place, value);
        return knots;
    }

    /** Adds a knot if, as floats, it is above the last in both. */
    static void add(List<double[]> knots, double x, double y) {
        double[] last = knots.get(knots.size() - 1);
        if ((float) x > (float) last[0] && (float) y > (float) last[1]) {
            knots.add(new double[] {x, y});
        }
    }

    static Curve curve(List<double[]> knots) {
        float[] x = new float[knots.size()];
        float[] y = new float[knots.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) knots.get(i)[0];
            y[i] = (float) knots.get(i)[1];
        }
        return new Curve(x, y);
    }
}
