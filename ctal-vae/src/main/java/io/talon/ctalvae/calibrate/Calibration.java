// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

/**
 * From the three errors of a sequence to one fused error and its p-value, by what the site's benign
 * sequences show. Immutable, thread-safe.
 */
public final class Calibration {
    /** How fast the record score rises: p 0.1 → 34, 0.01 → 56, 1e-3 → 71, 1e-5 → 87, 1e-10 → 98. */
    private static final double SCORE_EXPONENT = 0.18;

    private final Curve lastFlow;
    private final Curve sequence;
    private final Curve norm;
    private final TailProbability probability;
    private final double threshold;

    /**
     * @param lastFlow tail rank of the last flow's reconstruction error
     * @param sequence tail rank of the whole sequence's reconstruction error
     * @param norm tail rank of the sequence's mean squared normalised value
     * @param probability p-value of the mean of the three
     * @param threshold a flow is anomalous if its p is below this
     */
    public Calibration(
            Curve lastFlow,
            Curve sequence,
            Curve norm,
            TailProbability probability,
            double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "the threshold is " + threshold + ", must lie between 0 and 1");
        }
        this.lastFlow = lastFlow;
        this.sequence = sequence;
        this.norm = norm;
        this.probability = probability;
        this.threshold = threshold;
    }

    /** Tail rank of the last flow's reconstruction error. */
    public Curve lastFlow() {
        return lastFlow;
    }

    /** Tail rank of the whole sequence's reconstruction error. */
    public Curve sequence() {
        return sequence;
    }

    /** Tail rank of the sequence's mean squared normalised value. */
    public Curve norm() {
        return norm;
    }

    /** p-value of the fused error. */
    public TailProbability probability() {
        return probability;
    }

    /** A flow is anomalous if its p is below this. */
    public double threshold() {
        return threshold;
    }

    /** Mean of the three tail ranks. */
    public double fuse(double lastFlowError, double sequenceError, double meanSquare) {
        return (lastFlow.at(lastFlowError) + sequence.at(sequenceError) + norm.at(meanSquare)) / 3;
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
