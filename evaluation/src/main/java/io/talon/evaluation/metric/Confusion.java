// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.metric;

/**
 * A binary confusion matrix. Cells are counts, or shares after {@link #atPrevalence}; all measures
 * are ratios and do not mind. A measure whose denominator is 0 is NaN, except MCC, which is 0 then
 * (one row or column is empty: the decisions say nothing).
 *
 * @param hits attacks flagged, ≥ 0
 * @param misses attacks not flagged, ≥ 0
 * @param falseAlarms benign flows flagged, ≥ 0
 * @param passes benign flows not flagged, ≥ 0
 */
public record Confusion(double hits, double misses, double falseAlarms, double passes) {

    /** Counts decisions: a flow is flagged if its score is above the threshold. */
    public static Confusion of(double[] scores, boolean[] attack, double threshold) {
        long hits = 0;
        long misses = 0;
        long falseAlarms = 0;
        long passes = 0;
        for (int i = 0; i < scores.length; i++) {
            boolean flagged = scores[i] > threshold;
            if (attack[i]) {
                hits += flagged ? 1 : 0;
                misses += flagged ? 0 : 1;
            } else {
                falseAlarms += flagged ? 1 : 0;
                passes += flagged ? 0 : 1;
            }
        }
        return new Confusion(hits, misses, falseAlarms, passes);
    }

    /**
     * The matrix as it would be with another share of attacks, sensitivity and false-alarm rate
     * unchanged.
     *
     * @param prevalence share of attacks, in (0, 1)
     */
    public Confusion atPrevalence(double prevalence) {
        double sensitivity = sensitivity();
        double rate = falseAlarmRate();
        return new Confusion(
                prevalence * sensitivity,
                prevalence * (1 - sensitivity),
                (1 - prevalence) * rate,
                (1 - prevalence) * (1 - rate));
    }

    /** All cells together. */
    public double total() {
        return hits + misses + falseAlarms + passes;
    }

    /** Share of right decisions. */
    public double accuracy() {
        return (hits + passes) / total();
    }

    /** Share of attacks flagged; recall. */
    public double sensitivity() {
        return hits / (hits + misses);
    }

    /** Share of benign flows flagged. */
    public double falseAlarmRate() {
        return falseAlarms / (falseAlarms + passes);
    }

    /** Share of flagged flows that are attacks. */
    public double precision() {
        return hits / (hits + falseAlarms);
    }

    /** Harmonic mean of precision and sensitivity. */
    public double f1() {
        return 2 * hits / (2 * hits + falseAlarms + misses);
    }

    /** Matthews' correlation coefficient, −1 to 1. */
    public double mcc() {
        double scale =
                Math.sqrt(hits + falseAlarms)
                        * Math.sqrt(hits + misses)
                        * Math.sqrt(passes + falseAlarms)
                        * Math.sqrt(passes + misses);
        return scale == 0 ? 0 : (hits * passes - falseAlarms * misses) / scale;
    }
}
