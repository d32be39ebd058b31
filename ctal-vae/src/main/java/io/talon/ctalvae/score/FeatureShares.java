// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/**
 * How much of what the network says of one measured sequence each feature answers for: the square
 * of the last flow's normalised value in units of what it is on the mean of benign flows. In plain
 * squares a feature that is far from its median at many benign flows, as on a site of several kinds
 * of traffic most are, would answer for more than one that never moved before. A view of the arrays
 * it is given.
 *
 * @param x normalised values from {@code from} on [length × width]
 * @param present 1 where there is a value, in the same places
 */
record FeatureShares(float[] x, float[] present, int from, int length, int width) {
    /** A feature that never moved is not infinitely strange once it does. */
    private static final float LEAST = 0.1f;

    /**
     * Shares of the features, sum 1.
     *
     * @param meanSquare of benign flows, per feature
     */
    double[] of(float[] meanSquare) {
        double[] shares = new double[width];
        int last = from + (length - 1) * width;
        double total = 0;
        for (int f = 0; f < width; f++) {
            double value = present[last + f] == 0 ? 0 : x[last + f];
            shares[f] = value * value / Math.max(meanSquare[f], LEAST);
            total += shares[f];
        }
        for (int f = 0; f < width; f++) {
            shares[f] = total > 0 ? shares[f] / total : 1.0 / width;
        }
        return shares;
    }
}
