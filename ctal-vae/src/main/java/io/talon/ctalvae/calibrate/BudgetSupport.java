// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.Arrays;

/**
 * How well benign flows support that a share of them be called anomalous. Flows come in bursts and
 * sites change, so n flows are worth far fewer independent ones. How many fewer is seen in the
 * counts of flows above the threshold in consecutive blocks: were flows independent, counts would
 * vary as much as their mean; they vary {@code dispersion} times as much (the variance inflation of
 * a clustered sample, Kish 1965), within a burst and from one part of the slice to the next alike.
 *
 * @param flows in the slice
 * @param share of benign flows above the threshold, 0 to 1
 * @param dispersion variance of the counts over that of independent flows, at least 1
 */
public record BudgetSupport(int flows, double share, double dispersion) {
    /** So many independent flows above the threshold put ±30 % at two standard deviations. */
    private static final double LEAST_INDEPENDENT = 44;

    /** Long blocks see change, short ones bursts. */
    private static final int[] BLOCKS = {4, 16};

    /**
     * @param held errors of benign flows that nothing was fitted on, in the order of time
     */
    public static BudgetSupport of(double[] held, double share) {
        double[] sorted = held.clone();
        Arrays.sort(sorted);
        double threshold = Quantiles.of(sorted, 1 - share);
        double dispersion = 1;
        for (int blocks : BLOCKS) {
            dispersion = Math.max(dispersion, dispersion(held, threshold, blocks));
        }
        return new BudgetSupport(held.length, share, dispersion);
    }

    private static double dispersion(double[] held, double threshold, int blocks) {
        double[] counts = new double[blocks];
        for (int i = 0; i < held.length; i++) {
            if (held[i] > threshold) {
                counts[(int) ((long) i * blocks / held.length)]++;
            }
        }
        double mean = Arrays.stream(counts).average().orElse(0);
        double squares = Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum();
        return mean > 0 ? squares / (blocks - 1) / mean : 1;
    }

    /** Whether the share that is found later may be expected within ±30 % of the wanted one. */
    public boolean holds() {
        return flows >= needed();
    }

    /** Benign flows that it takes, if they come as those of the slice do. */
    public long needed() {
        return (long) Math.ceil(LEAST_INDEPENDENT * dispersion / share);
    }
}
