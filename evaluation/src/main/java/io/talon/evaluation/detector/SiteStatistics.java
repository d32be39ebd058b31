// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Arrays;

/**
 * Robust centre and scale of each column: median and max(1.4826·MAD, 0.5·standard deviation, 0.1).
 * A column without values has centre 0 and scale 0.1. Immutable.
 */
public final class SiteStatistics {
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final double FLOOR = 0.1;
    private static final float CLIP = 10;

    private final double[] centre;
    private final double[] scale;

    private SiteStatistics(double[] centre, double[] scale) {
        this.centre = centre;
        this.scale = scale;
    }

    /**
     * @param rows window vectors, at least one; NaN values are left out
     */
    public static SiteStatistics of(float[][] rows) {
        int width = rows[0].length;
        double[] centre = new double[width];
        double[] scale = new double[width];
        double[] column = new double[rows.length];
        for (int f = 0; f < width; f++) {
            int n = 0;
            for (float[] row : rows) {
                if (!Float.isNaN(row[f])) {
                    column[n++] = row[f];
                }
            }
            double[] present = Arrays.copyOf(column, n);
            centre[f] = median(present);
            double deviation = deviation(present);
            for (int i = 0; i < n; i++) {
                present[i] = Math.abs(present[i] - centre[f]);
            }
            scale[f] =
                    Math.max(Math.max(MAD_TO_DEVIATION * median(present), 0.5 * deviation), FLOOR);
        }
        return new SiteStatistics(centre, scale);
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    /** Columns. */
    public int width() {
        return centre.length;
    }

    /** Median of a column. */
    public double centre(int column) {
        return centre[column];
    }

    /** Scale of a column, at least 0.1. */
    public double scale(int column) {
        return scale[column];
    }

    /** The row in units of scale around the centre, clipped to ±10; missing values are 0. */
    public float[] normalise(float[] row) {
        float[] z = new float[row.length];
        for (int f = 0; f < z.length; f++) {
            if (!Float.isNaN(row[f])) {
                double v = (row[f] - centre[f]) / scale[f];
                z[f] = (float) Math.max(-CLIP, Math.min(CLIP, v));
            }
        }
        return z;
    }

    /** All rows normalised. */
    public float[][] normalise(float[][] rows) {
        return Arrays.stream(rows).map(this::normalise).toArray(float[][]::new);
    }
}
