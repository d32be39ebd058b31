// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.check;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;

/** How unlike two sequences are in a site's units. */
final class Distance {
    private Distance() {}

    /** Mean squared difference of the two means over the flows; values that one lacks count 0. */
    static double of(Sequence a, Sequence b, Normaliser site) {
        double[] x = mean(a, site);
        double[] y = mean(b, site);
        double sum = 0;
        for (int f = 0; f < x.length; f++) {
            sum += (x[f] - y[f]) * (x[f] - y[f]);
        }
        return sum / x.length;
    }

    private static double[] mean(Sequence sequence, Normaliser site) {
        int width = sequence.width();
        float[] values = new float[sequence.length() * width];
        site.normalise(sequence, values, new float[values.length]);
        double[] mean = new double[width];
        for (int i = 0; i < values.length; i++) {
            mean[i % width] += values[i] / (double) sequence.length();
        }
        return mean;
    }
}
