// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Benign flows cut into stretches of time, and these dealt out in turn into two folds, so that each
 * flow can be measured by what has not seen it: by a fit to the other fold, since a fit is dear,
 * and by a memory of all but its own stretch, since that is cheap and knows nearly what the memory
 * of all will know. Flows come in bursts between the same hosts: dealt out one by one, every burst
 * would lie in both folds and none would ever be new, while later traffic is full of bursts that
 * nobody knows. Immutable.
 *
 * @param <T> what is dealt out
 */
public final class Folds<T> {
    /** More would take longer and, with a few hundred flows, change little. */
    public static final int FOLDS = 2;

    /** Dealt out in turn: each fold has some of every part of the time. */
    public static final int STRETCHES = 8;

    private final List<T> all;

    /**
     * @param all in the order of time
     */
    public Folds(List<T> all) {
        this.all = List.copyOf(all);
    }

    /** In which stretch the one at an index lies. */
    public int stretch(int index) {
        return (int) ((long) index * STRETCHES / all.size());
    }

    /** In which fold a stretch lies. */
    public static int fold(int stretch) {
        return stretch % FOLDS;
    }

    /** What lies in the other fold, in the order of time. */
    public List<T> without(int fold) {
        return part(stretch -> fold(stretch) != fold);
    }

    /** What lies in a stretch, in the order of time. */
    public List<T> within(int stretch) {
        return part(other -> other == stretch);
    }

    /** What lies in all other stretches, in the order of time. */
    public List<T> outside(int stretch) {
        return part(other -> other != stretch);
    }

    private List<T> part(IntPredicate stretches) {
        return IntStream.range(0, all.size())
                .filter(i -> stretches.test(stretch(i)))
                .mapToObj(all::get)
                .toList();
    }
}
