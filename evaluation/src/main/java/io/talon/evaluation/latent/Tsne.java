// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.latent;

import java.util.Arrays;
import java.util.Random;

/**
 * Exact t-SNE (van der Maaten and Hinton, 2008) into two dimensions, for up to some thousand
 * points: time and memory grow with their square. The same points and seed give the same picture.
 */
final class Tsne {
    private static final int ROUNDS = 400;
    private static final int EXAGGERATED = 100;
    private static final double EXAGGERATION = 12;

    private final double[][] p;
    private final int n;

    private Tsne(double[][] p) {
        this.p = p;
        this.n = p.length;
    }

    /**
     * @param points at least four rows of equal length
     * @param perplexity about how many neighbours count
     * @return [points × 2]
     */
    static double[][] of(float[][] points, double perplexity, long seed) {
        double most = (points.length - 1) / 3.0;
        return new Tsne(affinities(points, Math.min(perplexity, most))).embed(new Random(seed));
    }

    private static double[][] affinities(float[][] points, double perplexity) {
        int n = points.length;
        double[][] p = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] distances = new double[n];
            for (int j = 0; j < n; j++) {
                for (int f = 0; f < points[i].length; f++) {
                    double d = points[i][f] - points[j][f];
                    distances[j] += d * d;
                }
            }
            fill(p[i], distances, i, Math.log(perplexity));
        }
        double[][] joint = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                joint[i][j] = Math.max((p[i][j] + p[j][i]) / (2.0 * n), 1e-12);
            }
        }
        return joint;
    }

    /** Finds the width of the Gaussian whose entropy is that of the perplexity, by bisection. */
    private static void fill(double[] row, double[] distances, int self, double entropy) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double beta = 1;
        for (int round = 0; round < 60; round++) {
            double sum = 0;
            double weighted = 0;
            for (int j = 0; j < row.length; j++) {
                row[j] = j == self ? 0 : Math.exp(-distances[j] * beta);
                sum += row[j];
                weighted += distances[j] * row[j];
            }
            sum = Math.max(sum, 1e-300);
            double found = Math.log(sum) + beta * weighted / sum;
            for (int j = 0; j < row.length; j++) {
                row[j] /= sum;
            }
            if (Math.abs(found - entropy) < 1e-5) {
                return;
            }
            if (found > entropy) {
                low = beta;
                beta = Double.isInfinite(high) ? beta * 2 : (beta + high) / 2;
            } else {
                high = beta;
                beta = (beta + low) / 2;
            }
        }
    }

    private double[][] embed(Random random) {
        double[][] y = new double[n][2];
        double[][] velocity = new double[n][2];
        double[][] gain = new double[n][2];
        for (int i = 0; i < n; i++) {
            y[i][0] = 1e-4 * random.nextGaussian();
            y[i][1] = 1e-4 * random.nextGaussian();
            Arrays.fill(gain[i], 1);
        }
        double rate = Math.max(n / EXAGGERATION, 50);
        for (int round = 0; round < ROUNDS; round++) {
            double[][] gradient = gradient(y, round < EXAGGERATED ? EXAGGERATION : 1);
            double momentum = round < EXAGGERATED ? 0.5 : 0.8;
            for (int i = 0; i < n; i++) {
                for (int d = 0; d < 2; d++) {
                    boolean same = gradient[i][d] > 0 == velocity[i][d] > 0;
                    gain[i][d] = Math.max(0.01, same ? gain[i][d] * 0.8 : gain[i][d] + 0.2);
                    velocity[i][d] = momentum * velocity[i][d] - rate * gain[i][d] * gradient[i][d];
                    y[i][d] += velocity[i][d];
                }
            }
            centre(y);
        }
        return y;
    }

    private double[][] gradient(double[][] y, double exaggeration) {
        double[][] kernel = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double a = y[i][0] - y[j][0];
                double b = y[i][1] - y[j][1];
                kernel[i][j] = 1 / (1 + a * a + b * b);
                kernel[j][i] = kernel[i][j];
                sum += 2 * kernel[i][j];
            }
        }
        double[][] gradient = new double[n][2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double factor = 4 * (exaggeration * p[i][j] - kernel[i][j] / sum) * kernel[i][j];
                gradient[i][0] += factor * (y[i][0] - y[j][0]);
                gradient[i][1] += factor * (y[i][1] - y[j][1]);
            }
        }
        return gradient;
    }

    private static void centre(double[][] y) {
        for (int d = 0; d < 2; d++) {
            int at = d;
            double mean = Arrays.stream(y).mapToDouble(row -> row[at]).average().orElse(0);
            Arrays.stream(y).forEach(row -> row[at] -= mean);
        }
    }
}
