// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders of arrays. */
final class Ascending {
    private Ascending() {}

    /** Indices of the values, smallest value first, equal ones in their order. */
    static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
