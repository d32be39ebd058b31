// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/**
 * Hands the errors of one measured sequence on to the features that make them up. A view of the
 * arrays it is given.
 *
 * @param x normalised values from {@code from} on [length × width]
 * @param present 1 where there is a value, in the same places
 * @param reconstruction x̂ in the same places
 */
record ErrorShares(
        float[] x, float[] present, float[] reconstruction, int from, int length, int width) {

    /** Adds to {@code shares} each feature's share of the last flow's error, times a weight. */
    void addLastFlow(double weight, double[] shares) {
        add(weight, shares, length - 1, true);
    }

    /** Adds to {@code shares} each feature's share of the sequence's error, times a weight. */
    void addSequence(double weight, double[] shares) {
        add(weight, shares, 0, true);
    }

    /**
     * Adds to {@code shares} each feature's share of the sequence's mean square, times a weight.
     */
    void addNorm(double weight, double[] shares) {
        add(weight, shares, 0, false);
    }

    private void add(double weight, double[] shares, int firstFlow, boolean reconstructed) {
        double total = 0;
        for (int i = firstFlow * width; i < length * width; i++) {
            total += part(from + i, reconstructed);
        }
        if (total == 0) {
            for (int f = 0; f < width; f++) {
                shares[f] += weight / width;
            }
            return;
        }
        for (int i = firstFlow * width; i < length * width; i++) {
            shares[i % width] += weight * part(from + i, reconstructed) / total;
        }
    }

    private double part(int i, boolean reconstructed) {
        if (present[i] == 0) {
            return 0;
        }
        double value = reconstructed ? (double) x[i] - reconstruction[i] : x[i];
        return value * value;
    }
}
