// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.Normaliser;

/**
 * How much of what the network says of a sequence each feature answers for: the square of how far
 * the last flow's value is out of the ordinary for its service. By the site's statistics alone, a
 * feature in which a whole service is unlike the others would answer for more than one that never
 * moved there before.
 */
final class FeatureShares {
    private FeatureShares() {}

    /**
     * Shares of the features, sum 1.
     *
     * @param group the service's among the site's ranges
     * @param raw values of the flow as vectors carry them, from {@code at} on, NaN where missing
     */
    static double[] of(Normaliser site, int group, float[] raw, int at) {
        int width = site.width();
        double[] shares = new double[width];
        double total = 0;
        for (int f = 0; f < width; f++) {
            double distance = site.distance(group, f, raw[at + f]);
            shares[f] = distance * distance;
            total += shares[f];
        }
        for (int f = 0; f < width; f++) {
            shares[f] = total > 0 ? shares[f] / total : 1.0 / width;
        }
        return shares;
    }
}
