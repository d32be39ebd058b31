// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import java.util.List;

/**
 * One side of a before/after plot. Scores are record scores, 0 to 100, in {@link #BINS} bins.
 *
 * @param threshold record score at which anomalies begin
 * @param benign counts of held-out benign sequences per bin
 * @param negatives counts of the triplets' negatives per bin
 * @param injected counts of injected anomalies per bin
 * @param roc points [share of benign flagged, share of anomalies flagged], both rising
 */
public record Plot(
        double threshold,
        List<Integer> benign,
        List<Integer> negatives,
        List<Integer> injected,
        List<List<Double>> roc) {
    /** Bins of equal width. */
    public static final int BINS = 20;
}
