// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import java.util.Collection;
import java.util.List;

/**
 * Coordinates in which kinds spread equally far in every direction, so that a distance counts what
 * tells kinds apart and not what differs within them. They are C⁻¹x with C the Cholesky factor of
 * the kinds' pooled covariance, every kind counting the same, shrunk towards a sphere: (1 − s)·Σ +
 * s·(tr Σ / n)·I. Immutable, thread-safe.
 */
final class Whitening {
    private final double[][] factor;

    /**
     * @param factor lower triangle, row i of length i + 1, positive on the diagonal
     */
    Whitening(double[][] factor) {
        this.factor = factor;
    }

    /**
     * @param kinds places of the examples of each kind
     * @param shrinkage s, in (0, 1]
     */
    static Whitening fit(Collection<List<float[]>> kinds, double shrinkage) {
        int n = kinds.iterator().next().get(0).length;
        double[][] pooled = new double[n][];
        for (int i = 0; i < n; i++) {
            pooled[i] = new double[i + 1];
        }
        for (List<float[]> kind : kinds) {
            double[] centre = mean(kind);
            for (float[] place : kind) {
                add(pooled, place, centre, 1.0 / (kind.size() * kinds.size()));
            }
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += pooled[i][i];
        }
        double sphere = Math.max(trace / n, 1e-9);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                pooled[i][j] *= 1 - shrinkage;
            }
            pooled[i][i] += shrinkage * sphere;
        }
        return new Whitening(cholesky(pooled));
    }

    private static void add(double[][] sums, float[] place, double[] centre, double weight) {
        for (int i = 0; i < centre.length; i++) {
            double scaled = weight * (place[i] - centre[i]);
            for (int j = 0; j <= i; j++) {
                sums[i][j] += scaled * (place[j] - centre[j]);
            }
        }
    }

    static double[] mean(List<float[]> places) {
        double[] mean = new double[places.get(0).length];
        for (float[] place : places) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += place[i] / (double) places.size();
            }
        }
        return mean;
    }

    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] c = new double[n][];
        for (int i = 0; i < n; i++) {
            c[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= c[i][k] * c[j][k];
                }
                c[i][j] = (float) (i == j ? Math.sqrt(rest) : rest / c[j][j]);
            }
        }
        return c;
    }

    /** A place in the new coordinates. */
    double[] of(double[] place) {
        double[] whitened = new double[place.length];
        for (int i = 0; i < whitened.length; i++) {
            double rest = place[i];
            for (int k = 0; k < i; k++) {
                rest -= factor[i][k] * whitened[k];
            }
            whitened[i] = rest / factor[i][i];
        }
        return whitened;
    }

    /** As {@link #of(double[])}. */
    double[] of(float[] place) {
        double[] exact = new double[place.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = place[i];
        }
        return of(exact);
    }

    /** The lower triangle, row by row; not to be written to. */
    double[][] factor() {
        return factor;
    }
}
