// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import java.util.Arrays;

/**
 * The order in which a batch goes through the network: longest sequences first, so that at every
 * step those still running are the first of their group. Counting sort; allocates only to grow.
 */
final class GroupOrder {
    private int[] order = {};
    private int[] next = {};

    /** Indices of the batch's sequences, valid up to its size until the next call. */
    int[] of(SequenceBatch batch) {
        int size = batch.size();
        if (order.length < size || next.length <= batch.longest()) {
            order = new int[batch.capacity()];
            next = new int[batch.longest() + 1];
        }
        Arrays.fill(next, 0);
        for (int i = 0; i < size; i++) {
            next[batch.length(i)]++;
        }
        int place = 0;
        for (int length = next.length - 1; length >= 0; length--) {
            int count = next[length];
            next[length] = place;
            place += count;
        }
        for (int i = 0; i < size; i++) {
            order[next[batch.length(i)]++] = i;
        }
        return order;
    }
}
