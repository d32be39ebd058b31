// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows of a batch in descending order of length. */
final class RowOrder {
    private final int[] rows;
    private final int[] lengths;

    /** The batch's rows that a predicate wants. */
    RowOrder(Batch batch, IntPredicate wanted) {
        rows =
                IntStream.range(0, batch.size)
                        .filter(wanted)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer row) -> -length(batch, row)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        lengths = IntStream.of(rows).map(row -> length(batch, row)).toArray();
    }

    private static int length(Batch batch, int row) {
        int length = 0;
        while (length < Batch.STEPS && batch.steps[length * batch.size + row] != 0) {
            length++;
        }
        return length;
    }

    int size() {
        return rows.length;
    }

    /** The batch's row at a place of this order. */
    int row(int place) {
        return rows[place];
    }

    int length(int place) {
        return lengths[place];
    }

    /** How many rows are longer than this many steps. */
    int longerThan(int steps) {
        int count = 0;
        while (count < lengths.length && lengths[count] > steps) {
            count++;
        }
        return count;
    }

    /** Rows of a time-major array at a step, in this order [active × width]. */
    float[][] gather(float[] timeMajor, int batchSize, int width, int step, int active) {
        float[][] gathered = new float[active][];
        for (int place = 0; place < active; place++) {
            int from = (step * batchSize + rows[place]) * width;
            gathered[place] = Arrays.copyOfRange(timeMajor, from, from + width);
        }
        return gathered;
    }
}
