// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well scores order attacks above benign flows, whatever the threshold. Equal scores are one
 * step of the curve, so that the order of the input never matters. Immutable.
 */
public final class Ranking {
    /** Per distinct score, highest first: attacks and benign flows at or above it. */
    private final long[] attacksAbove;

    private final long[] benignAbove;

    private Ranking(long[] attacksAbove, long[] benignAbove) {
        this.attacksAbove = attacksAbove;
        this.benignAbove = benignAbove;
    }

    /**
     * @param scores larger is stranger; no NaN
     * @param attack one per score
     * @throws IllegalArgumentException if the lengths differ or a score is NaN
     */
    public static Ranking of(double[] scores, boolean[] attack) {
        if (scores.length != attack.length) {
            throw new IllegalArgumentException(
                    scores.length + " scores do not go with " + attack.length + " labels");
        }
        int[] order = descending(scores);
        long[] attacks = new long[scores.length];
        long[] benign = new long[scores.length];
        int steps = 0;
        long a = 0;
        long b = 0;
        for (int i = 0; i < order.length; i++) {
            if (attack[order[i]]) {
                a++;
            } else {
                b++;
            }
            if (i + 1 == order.length || scores[order[i]] != scores[order[i + 1]]) {
                attacks[steps] = a;
                benign[steps++] = b;
            }
        }
        return new Ranking(Arrays.copyOf(attacks, steps), Arrays.copyOf(benign, steps));
    }

    /** Indices of the scores, highest score first. */
    static int[] descending(double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException(
                        "score " + i + " is NaN: a detector must score every flow");
            }
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((x, y) -> Double.compare(scores[y], scores[x]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private long attacks() {
        return attacksAbove.length == 0 ? 0 : attacksAbove[attacksAbove.length - 1];
    }

    private long benign() {
        return benignAbove.length == 0 ? 0 : benignAbove[benignAbove.length - 1];
    }

    /**
     * Area under the ROC curve: the chance that an attack scores above a benign flow, ties counting
     * half. NaN with one class only.
     */
    public double auroc() {
        double area = 0;
        long a = 0;
        long b = 0;
        for (int i = 0; i < attacksAbove.length; i++) {
            area += (benignAbove[i] - b) * (attacksAbove[i] + a) / 2.0;
            a = attacksAbove[i];
            b = benignAbove[i];
        }
        return area / ((double) attacks() * benign());
    }

    /**
     * Area under precision and recall as average precision, Σ (Rᵢ − Rᵢ₋₁)·Pᵢ, at the ratio of the
     * data. NaN without attacks.
     */
    public double auprc() {
        return weightedAuprc(1);
    }

    /**
     * As {@link #auprc}, with benign flows weighted so that attacks are a given share.
     *
     * @param prevalence share of attacks, in (0, 1)
     */
    public double auprcAt(double prevalence) {
        return weightedAuprc(attacks() * (1 - prevalence) / (prevalence * benign()));
    }

    private double weightedAuprc(double benignWeight) {
        double sum = 0;
        long a = 0;
        for (int i = 0; i < attacksAbove.length; i++) {
            double flagged = attacksAbove[i] + benignWeight * benignAbove[i];
            if (attacksAbove[i] > a) {
                sum += (attacksAbove[i] - a) * (attacksAbove[i] / flagged);
            }
            a = attacksAbove[i];
        }
        return sum / attacks();
    }
}
