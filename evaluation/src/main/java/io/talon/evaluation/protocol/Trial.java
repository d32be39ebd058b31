// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One repetition of a pair: everything a row may look at, and which flows it has to score.
 *
 * @param source capture of the source; its benign flows may be learnt from
 * @param target capture of the target
 * @param split how the target's timeline is cut
 * @param shots the triplets of this draw
 * @param seed of everything random in the row
 */
public record Trial(Capture source, Capture target, Split split, Shots shots, long seed) {

    /**
     * Indices of the target's flows to score, ascending: declared-benign, attacks of adapt, test.
     */
    public int[] scored() {
        return Stream.of(split.declared(), split.adaptMalicious(), split.test())
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
    }

    /** The part of values aligned with {@link #scored()} that belongs to the given flows. */
    public double[] pick(double[] values, int[] flows) {
        int[] scored = scored();
        return Arrays.stream(flows)
                .mapToDouble(f -> values[Arrays.binarySearch(scored, f)])
                .toArray();
    }
}
