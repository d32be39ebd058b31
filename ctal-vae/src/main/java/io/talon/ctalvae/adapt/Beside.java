// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.calibrate.Folds;
import io.talon.ctalvae.relation.Habits;
import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Habits of benign exchanges beside the flows that a site is taught with. What a stretch is held
 * out of is held out of here too, by its time: else neighbours of its flows would be known.
 */
final class Beside {
    private final List<Habits> byStretch = new ArrayList<>();

    /**
     * @param benign what the site is taught with, in the order of time, in these folds
     */
    Beside(List<DatedExchange> all, List<Sequence> benign, Folds<Sequence> folds) {
        long[] ends = benign.stream().mapToLong(Sequence::endMicros).toArray();
        for (int stretch = 0; stretch < Folds.STRETCHES; stretch++) {
            byStretch.add(new Habits());
        }
        for (DatedExchange one : all) {
            byStretch.get(folds.stretch(nearest(ends, one.endMicros()))).add(one.exchange());
        }
    }

    private static int nearest(long[] ends, long endMicros) {
        int found = Arrays.binarySearch(ends, endMicros);
        int index = found >= 0 ? found : -found - 1;
        return Math.min(index, ends.length - 1);
    }

    List<Habits> all() {
        return List.copyOf(byStretch);
    }

    /** All but those of the time of a stretch. */
    List<Habits> outside(int stretch) {
        List<Habits> others = new ArrayList<>(byStretch);
        others.remove(stretch);
        return others;
    }
}
