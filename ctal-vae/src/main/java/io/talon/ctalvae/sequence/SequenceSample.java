// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** A random part of the sequences that flows end; with few flows, all of them. */
public final class SequenceSample {
    private SequenceSample() {}

    /**
     * @param flows in {@link Destinations#ORDER}
     * @param most so many at most
     * @param seed which ones
     * @return in the order of the flows
     */
    public static List<Sequence> of(List<Conn> flows, int most, long seed) {
        BitSet chosen = chosen(flows.size(), most, new Random(seed));
        Destinations destinations = new Destinations();
        List<Sequence> sample = new ArrayList<>(Math.min(flows.size(), most));
        for (int i = 0; i < flows.size(); i++) {
            Sequence sequence = destinations.append(flows.get(i));
            if (chosen.get(i)) {
                sample.add(sequence);
            }
        }
        return sample;
    }

    /** Floyd's sampling: each number below n is equally likely to be chosen. */
    private static BitSet chosen(int n, int most, Random random) {
        BitSet chosen = new BitSet(n);
        if (most >= n) {
            chosen.set(0, n);
            return chosen;
        }
        for (int i = n - most; i < n; i++) {
            int drawn = random.nextInt(i + 1);
            chosen.set(chosen.get(drawn) ? i : drawn);
        }
        return chosen;
    }
}
