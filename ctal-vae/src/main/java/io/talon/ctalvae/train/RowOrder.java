// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import java.util.function.IntPredicate;

/** Rows of a batch in descending order of length. */
final class RowOrder {
    private final int[] rows;

    /** How many rows are longer than so many steps. */
    private final int[] longer = new int[Batch.STEPS + 1];

    /** The batch's rows that a predicate wants; those of one length stay in their order. */
    RowOrder(Batch batch, IntPredicate wanted) {
        int[] all = new int[batch.size];
        for (int row = 0; row < batch.size; row++) {
            all[row] = wanted.test(row) ? length(batch, row) : 0;
            for (int steps = 0; steps < all[row]; steps++) {
                longer[steps]++;
            }
        }
        rows = new int[longer[0]];
        for (int length = Batch.STEPS, place = 0; length > 0; length--) {
            for (int row = 0; row < all.length; row++) {
                if (all[row] == length) {
                    rows[place++] = row;
                }
            }
        }
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

    /** How many rows are longer than this many steps. */
    int longerThan(int steps) {
        return longer[steps];
    }

    /** Copies rows of a time-major array at a step, in this order, to {@code gathered}. */
    void gather(
            float[] timeMajor, int batchSize, int width, int step, int active, float[][] gathered) {
        for (int place = 0; place < active; place++) {
            int from = (step * batchSize + rows[place]) * width;
            System.arraycopy(timeMajor, from, gathered[place], 0, width);
        }
    }
}
