// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import io.talon.ctalvae.relation.SiteMemory;
import java.util.Objects;

/**
 * What a site's errors mean: fused error, p-value, threshold. Immutable, thread-safe.
 *
 * @param fusion from several errors to one
 * @param probability p-value of the fused error
 * @param threshold a flow is anomalous if its p is below this
 */
public record Calibration(FusedError fusion, TailProbability probability, double threshold) {
    /** How fast the record score rises: p 0.1 → 34, 0.01 → 56, 1e-3 → 71, 1e-5 → 87, 1e-10 → 98. */
    private static final double SCORE_EXPONENT = 0.18;

    public Calibration {
        Objects.requireNonNull(fusion);
        Objects.requireNonNull(probability);
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "the threshold is " + threshold + ", must lie between 0 and 1");
        }
    }

    /** As {@link #fit(ErrorSample, ErrorSample, SiteMemory, ThresholdRule)}, without a memory. */
    public static Calibration fit(ErrorSample benign, ErrorSample negatives, ThresholdRule rule) {
        return fit(benign, negatives, null, rule);
    }

    /**
     * Calibrates a site.
     *
     * @param benign errors of benign sequences that nothing else was fitted on
     * @param negatives errors of sequences known to be anomalous; may be empty
     * @param memory of the site, for the fused error; left out if it is null or an exchange is not
     *     known
     * @param rule where anomalies begin
     */
    public static Calibration fit(
            ErrorSample benign, ErrorSample negatives, SiteMemory memory, ThresholdRule rule) {
        boolean known = benign.knowsExchanges() && negatives.knowsExchanges();
        FusedError fusion = FusedError.fit(benign, negatives, known ? memory : null);
        double[] held = benign.fused(fusion);
        TailProbability probability = TailProbability.fit(held);
        double threshold = rule.threshold(held, negatives.fused(fusion));
        return new Calibration(fusion, probability, Math.exp(-probability.minusLog(threshold)));
    }

    /** Share of benign sequences with at least this fused error, in (0, 1]. */
    public double p(double fused) {
        return Math.exp(-probability.minusLog(fused));
    }

    /** 0 to 100, a fixed function of p: 100 · (1 − p^0.18). */
    public static double recordScore(double p) {
        return 100 * (1 - Math.pow(p, SCORE_EXPONENT));
    }
}
