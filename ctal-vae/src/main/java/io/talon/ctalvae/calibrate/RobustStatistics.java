// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A site's normaliser from its benign flows: the median, and as scale the largest of 1.4826·MAD,
 * half the standard deviation, and 0.1. Missing values do not count; a feature that no flow has
 * gets median 0 and scale 1.
 */
public final class RobustStatistics {
    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    private static final double SHARE_OF_DEVIATION = 0.5;
    private static final double LEAST_SCALE = 0.1;

    private RobustStatistics() {}

    /**
     * @param benign sequences of benign flows; the last flow of each counts, so that every flow
     *     counts once
     * @throws IllegalArgumentException if there are none
     */
    public static Normaliser of(Collection<Sequence> benign) {
        List<Sequence> sequences = List.copyOf(benign);
        if (sequences.isEmpty()) {
            throw new IllegalArgumentException("statistics need at least one benign flow");
        }
        int width = sequences.get(0).width();
        float[] median = new float[width];
        float[] scale = new float[width];
        for (int f = 0; f < width; f++) {
            double[] values = values(sequences, f);
            median[f] = values.length == 0 ? 0 : (float) median(values);
            scale[f] = values.length == 0 ? 1 : (float) scale(values, median[f]);
        }
        return new Normaliser(median, scale);
    }

    static double[] values(List<Sequence> sequences, int feature) {
        return sequences.stream()
                .mapToDouble(s -> s.value(s.length() - 1, feature))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return Quantiles.of(sorted, 0.5);
    }

    private static double scale(double[] sorted, double median) {
        double[] away = Arrays.stream(sorted).map(v -> Math.abs(v - median)).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double variance =
                Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double robust =
                Math.max(MAD_TO_DEVIATION * median(away), SHARE_OF_DEVIATION * Math.sqrt(variance));
        return Math.max(robust, LEAST_SCALE);
    }
}
