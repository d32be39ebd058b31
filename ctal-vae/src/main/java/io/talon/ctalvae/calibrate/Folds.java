// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Benign flows dealt out by stretches of time into two folds, so that each can be measured by what
 * was fitted on the other. Flows come in bursts between the same hosts: dealt out one by one, every
 * burst would lie in both folds and none would ever be new, while later traffic is full of bursts
 * that nobody knows. Immutable.
 *
 * @param <T> what is dealt out
 */
public final class Folds<T> {
    /** More would take longer and, with a few hundred flows, change little. */
    public static final int FOLDS = 2;

    /** Dealt out in turn: each fold has some of every part of the time. */
    private static final int STRETCHES = 8;

    private final List<T> all;

    /**
     * @param all in the order of time
     */
    public Folds(List<T> all) {
        this.all = List.copyOf(all);
    }

    /** In which fold the one at an index lies. */
    public int fold(int index) {
        return (int) ((long) index * STRETCHES / all.size()) % FOLDS;
    }

    /** What lies in a fold, in the order of time. */
    public List<T> of(int fold) {
        return part(i -> fold(i) == fold);
    }

    /** What lies in the other one, in the order of time. */
    public List<T> without(int fold) {
        return part(i -> fold(i) != fold);
    }

    private List<T> part(IntPredicate wanted) {
        return IntStream.range(0, all.size()).filter(wanted).mapToObj(all::get).toList();
    }

    /** What was measured of {@code of(0)}, then of {@code of(1)}, in the order of time. */
    public double[] inTime(double[] byFold) {
        double[] ordered = new double[byFold.length];
        int next = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            for (int i = 0; i < ordered.length; i++) {
                if (fold(i) == fold) {
                    ordered[i] = byFold[next++];
                }
            }
        }
        return ordered;
    }
}
