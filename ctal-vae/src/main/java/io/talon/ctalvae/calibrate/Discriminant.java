// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.Arrays;

/**
 * Fisher's linear discriminant between benign ranks and those of a few anomalies, w = (Σ + λI)⁻¹ d,
 * with three restraints that a handful of anomalies makes necessary. The shift d of an anomaly is
 * shrunk towards the same shift in every rank, as if {@link #PRIOR} more had been seen; no weight
 * is negative (the most harmful rank leaves until none is), so that nothing strange ever makes a
 * flow less so; and with fewer than five, weights lie part of the way from those without any
 * ({@link Trust}), since the one rank by which a single anomaly stands out would take most of the
 * weight.
 */
final class Discriminant {
    private static final double RIDGE = 0.3;
    private static final double PRIOR = 3;
    private static final double PRIOR_SHIFT = 2;

    /** A larger rank of an anomaly says no more about which rank to trust. */
    private static final double MOST = 10;

    private Discriminant() {}

    /**
     * @param benign [ranks × flows]
     * @param anomalies [ranks × flows], possibly none
     * @return one weight per rank, not negative, of sum 1
     */
    static float[] weights(double[][] benign, double[][] anomalies) {
        float trust = (float) Trust.in(anomalies[0].length);
        float[] known = discriminant(benign, anomalies);
        if (trust == 1) {
            return known;
        }
        float[] alone = discriminant(benign, new double[benign.length][0]);
        for (int i = 0; i < known.length; i++) {
            known[i] = trust * known[i] + (1 - trust) * alone[i];
        }
        return known;
    }

    private static float[] discriminant(double[][] benign, double[][] anomalies) {
        int n = benign.length;
        double[] mean = new double[n];
        double[] shift = new double[n];
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            mean[i] = Arrays.stream(benign[i]).average().orElse(0);
            double known = Arrays.stream(anomalies[i]).map(r -> Math.min(r, MOST)).sum();
            int count = anomalies[i].length;
            shift[i] = (known - count * mean[i] + PRIOR * PRIOR_SHIFT) / (count + PRIOR);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int f = 0; f < benign[i].length; f++) {
                    sum += (benign[i][f] - mean[i]) * (benign[j][f] - mean[j]);
                }
                covariance[i][j] = sum / Math.max(benign[i].length - 1, 1);
                covariance[j][i] = covariance[i][j];
            }
            covariance[i][i] += RIDGE;
        }
        return normalised(notNegative(covariance, shift));
    }

    private static double[] notNegative(double[][] covariance, double[] shift) {
        boolean[] out = new boolean[shift.length];
        while (true) {
            double[] weights = solved(covariance, shift, out);
            boolean left = false;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] < 0) {
                    weights[i] = 0;
                    out[i] = true;
                    left = true;
                }
            }
            if (!left) {
                return weights;
            }
        }
    }

    /** Gaussian elimination without pivots: the matrix is positive definite. */
    private static double[] solved(double[][] matrix, double[] right, boolean[] out) {
        int n = right.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = Arrays.copyOf(matrix[i], n + 1);
            a[i][n] = right[i];
            for (int j = 0; j < n; j++) {
                if (out[i] || out[j]) {
                    a[i][j] = i == j ? 1 : 0;
                }
            }
            a[i][n] = out[i] ? 0 : right[i];
        }
        for (int p = 0; p < n; p++) {
            for (int i = p + 1; i < n; i++) {
                double factor = a[i][p] / a[p][p];
                for (int j = p; j <= n; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double value = a[i][n];
            for (int j = i + 1; j < n; j++) {
                value -= a[i][j] * solution[j];
            }
            solution[i] = value / a[i][i];
        }
        return solution;
    }

    private static float[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        float[] shares = new float[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (sum > 0 ? weights[i] / sum : 1.0 / shares.length);
        }
        return shares;
    }
}
