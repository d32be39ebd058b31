// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.Arrays;

/**
 * From scores of flows declared benign, and of the triplets' negatives, to a threshold. Labels of
 * test flows never enter.
 */
public enum ThresholdRule {
    /** The 99.5 % quantile of the benign scores. */
    QUANTILE("99.5 % quantile") {
        @Override
        public double threshold(double[] benign, double[] negatives) {
            return quantile(benign, 0.995);
        }
    },
    /**
     * Between benign scores and negatives: the geometric mean of the benign 99 % quantile and the
     * weakest negative above it, kept between the former and 1.5 times the largest benign score;
     * {@link #QUANTILE} without negatives or if more than a quarter of them does not lie above, and
     * with fewer than five negatives a fifth of the way from there for each, in logarithms. Scores
     * must be positive.
     */
    BETWEEN("between benign and negatives") {
        @Override
        public double threshold(double[] benign, double[] negatives) {
            double low = quantile(benign, 0.99);
            double alone = QUANTILE.threshold(benign, negatives);
            if (negatives.length == 0 || quantile(negatives, 0.25) <= low) {
                return alone;
            }
            double weakest = Arrays.stream(negatives).filter(n -> n > low).min().orElseThrow();
            double most = 1.5 * Arrays.stream(benign).max().orElseThrow();
            double middle = Math.sqrt(weakest * Math.max(low, 0));
            double between = Math.max(low, Math.min(middle, most));
            double trust = Math.min(1, negatives.length / 5.0);
            return Math.pow(alone, 1 - trust) * Math.pow(between, trust);
        }
    },
    /**
     * Generalised-Pareto tail over the benign 90 % quantile, by moments, shape kept in −0.3…0.5:
     * the value that 0.2 % of benign scores exceed.
     */
    PARETO("generalised Pareto, 0.2 %") {
        @Override
        public double threshold(double[] benign, double[] negatives) {
            double start = quantile(benign, 0.9);
            double[] excess =
                    Arrays.stream(benign).filter(b -> b > start).map(b -> b - start).toArray();
            double mean = Arrays.stream(excess).average().orElse(0);
            double variance =
                    Arrays.stream(excess).map(e -> (e - mean) * (e - mean)).sum()
                            / Math.max(excess.length - 1, 1);
            if (mean <= 0 || variance <= 0) {
                return QUANTILE.threshold(benign, negatives);
            }
            double shape = Math.max(-0.3, Math.min(0.5, 0.5 * (1 - mean * mean / variance)));
            double scale = mean * (1 - shape);
            double exceeding = (double) excess.length / benign.length;
            double odds = exceeding / 0.002;
            return start
                    + (Math.abs(shape) < 1e-9
                            ? scale * Math.log(odds)
                            : scale / shape * (Math.pow(odds, shape) - 1));
        }
    };

    private final String label;

    ThresholdRule(String label) {
        this.label = label;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    /**
     * The threshold: scores above it are anomalous.
     *
     * @param benign scores of flows declared benign, at least one
     * @param negatives scores of the triplets' negatives, possibly none
     */
    public abstract double threshold(double[] benign, double[] negatives);

    /** Quantile with linear interpolation between the two nearest values. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
