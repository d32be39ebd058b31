// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.Arrays;

/**
 * Where anomalies begin, as a fused error.
 *
 * <p>With negatives of which at least three quarters lie above nearly all benign sequences: between
 * the two, at the geometric mean of the benign 99 % point and the weakest negative above it, but
 * not beyond 1.5 times the largest benign error. Else at a benign quantile. With fewer than five
 * negatives part of the way from that quantile, in logarithms: the weakest anomaly to come is
 * weaker than the weakest of so few.
 *
 * @param benignShare the benign quantile that negatives are compared with
 * @param negativeShare the share of negatives that may lie below, as mistakes
 * @param reach largest threshold, in units of the largest benign error
 * @param quantile the benign quantile without such negatives: 1 − expected share of false alarms
 */
public record ThresholdRule(
        double benignShare, double negativeShare, double reach, double quantile) {

    /** The rule that the published figures stand for. */
    public static ThresholdRule defaults() {
        return new ThresholdRule(0.99, 0.25, 1.5, 0.995);
    }

    double threshold(double[] benign, double[] negatives) {
        double[] sorted = benign.clone();
        Arrays.sort(sorted);
        double low = Quantiles.of(sorted, benignShare);
        double alone = Quantiles.of(sorted, quantile);
        if (negatives.length == 0 || quantile(negatives, negativeShare) <= low) {
            return alone;
        }
        double weakest = Arrays.stream(negatives).filter(e -> e > low).min().orElseThrow();
        double most = reach * sorted[sorted.length - 1];
        double between = Math.max(low, Math.min(most, Math.sqrt(low * weakest)));
        double trust = Trust.in(negatives.length);
        return Math.pow(alone, 1 - trust) * Math.pow(between, trust);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.of(sorted, share);
    }
}
