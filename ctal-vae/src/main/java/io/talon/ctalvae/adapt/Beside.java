// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.calibrate.Folds;
import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.Arrays;
import java.util.List;

/**
 * Benign exchanges beside the flows that a site is taught with. What a stretch is held out of is
 * held out of here too, by its time: else neighbours of its flows would be known.
 */
final class Beside {
    private final List<DatedExchange> all;
    private final Folds<Sequence> folds;
    private final long[] ends;

    /**
     * @param benign what the site is taught with, in the order of time, in these folds
     */
    Beside(List<DatedExchange> all, List<Sequence> benign, Folds<Sequence> folds) {
        this.all = all;
        this.folds = folds;
        this.ends = benign.stream().mapToLong(Sequence::endMicros).toArray();
    }

    List<Exchange> all() {
        return all.stream().map(DatedExchange::exchange).toList();
    }

    /** All but those of the time of a stretch. */
    List<Exchange> outside(int stretch) {
        return all.stream()
                .filter(one -> stretch(one.endMicros()) != stretch)
                .map(DatedExchange::exchange)
                .toList();
    }

    private int stretch(long endMicros) {
        int found = Arrays.binarySearch(ends, endMicros);
        int index = found >= 0 ? found : -found - 1;
        return folds.stretch(Math.min(index, ends.length - 1));
    }
}
