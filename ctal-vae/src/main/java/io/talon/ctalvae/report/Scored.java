// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The record scores of some sequences under one model, and how many of them are flagged. */
final class Scored {
    private static final double FULL = 100;

    private final double[] scores;
    private final int flagged;

    /**
     * @param scores record scores, 0 to 100; taken over
     */
    Scored(double[] scores, int flagged) {
        this.scores = scores;
        this.flagged = flagged;
    }

    /** Mean record score. */
    double mean() {
        return Arrays.stream(scores).average().orElse(0);
    }

    static Scored of(SiteModel model, List<Sequence> sequences) {
        Scorer scorer = model.newScorer();
        double[] scores = new double[sequences.size()];
        int flagged = 0;
        for (int i = 0; i < scores.length; i++) {
            Score score = scorer.score(sequences.get(i));
            scores[i] = score.recordScore();
            flagged += score.anomalous() ? 1 : 0;
        }
        return new Scored(scores, flagged);
    }

    static double threshold(SiteModel model) {
        return Calibration.recordScore(model.threshold());
    }

    Share flagged() {
        return Share.of(flagged, scores.length);
    }

    List<Integer> histogram() {
        Integer[] bins = new Integer[Plot.BINS];
        Arrays.fill(bins, 0);
        for (double score : scores) {
            bins[Math.min((int) (score / FULL * Plot.BINS), Plot.BINS - 1)]++;
        }
        return List.of(bins);
    }

    /** Area under the ROC curve of these against benign ones; null if either are none. */
    Double auroc(Scored benign) {
        if (scores.length == 0 || benign.scores.length == 0) {
            return null;
        }
        double[] sorted = benign.scores.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double score : scores) {
            int below = lowerBound(sorted, score);
            int upTo = lowerBound(sorted, Math.nextUp(score));
            wins += below + (upTo - below) / 2.0;
        }
        return wins / ((double) scores.length * sorted.length);
    }

    /** The ROC curve of these and {@code more} against benign ones, in at most {@code points}. */
    List<List<Double>> roc(Scored more, Scored benign, int points) {
        double[] anomalous = new double[scores.length + more.scores.length];
        System.arraycopy(scores, 0, anomalous, 0, scores.length);
        System.arraycopy(more.scores, 0, anomalous, scores.length, more.scores.length);
        double[] harmless = benign.scores.clone();
        Arrays.sort(anomalous);
        Arrays.sort(harmless);
        List<List<Double>> curve = new ArrayList<>();
        if (anomalous.length == 0 || harmless.length == 0) {
            return curve;
        }
        for (int i = 0; i < points; i++) {
            double quantile = 1 - (double) i / (points - 1);
            double cut =
                    i == 0
                            ? Double.POSITIVE_INFINITY
                            : harmless[(int) (quantile * (harmless.length - 1))];
            curve.add(List.of(above(harmless, cut), above(anomalous, cut)));
        }
        curve.add(List.of(1.0, 1.0));
        return curve;
    }

    private static double above(double[] sorted, double cut) {
        return 1 - (double) lowerBound(sorted, cut) / sorted.length;
    }

    private static int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
