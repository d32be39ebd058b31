// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A target's flows, by index, as a {@link Cut} divides them. Immutable; arrays are owned by this
 * object.
 *
 * @param adapt all flows of <i>adapt</i>, whatever their label: what an adaptation may read
 * @param adaptBenign benign flows of <i>adapt</i>: where anchors and positives come from
 * @param adaptMalicious attacks of <i>adapt</i>, at most 500: where negatives come from
 * @param declared benign flows of <i>calibrate</i>: what a site declares benign
 * @param test benign flows and attacks of <i>test</i>, in time order
 */
public record Split(
        int[] adapt, int[] adaptBenign, int[] adaptMalicious, int[] declared, int[] test) {

    /** Pool that negatives are drawn from; more would only be scored in vain. */
    private static final int MOST_NEGATIVES = 500;

    /**
     * Cuts a target.
     *
     * @param mostAttacks attacks of <i>test</i> beyond this number are thinned at random, by a
     *     fixed seed
     * @throws IllegalArgumentException if a part is too small to measure anything with
     */
    public static Split of(Capture target, Cut cut, int mostAttacks) {
        int[] benign = target.indices(Kind.BENIGN);
        IntPredicate adapt = until(target, benign, cut.adaptEnd());
        IntPredicate embargo = until(target, benign, cut.calibrateStart());
        IntPredicate calibrate = until(target, benign, cut.calibrateEnd());
        IntPredicate beforeTest = until(target, benign, cut.testStart());
        int[] attacks = thinned(target.indices(Kind.MALICIOUS, beforeTest.negate()), mostAttacks);
        int[] testBenign = target.indices(Kind.BENIGN, beforeTest.negate());
        Split split =
                new Split(
                        IntStream.range(0, target.flows().size()).filter(adapt).toArray(),
                        target.indices(Kind.BENIGN, adapt),
                        thinned(target.indices(Kind.MALICIOUS, adapt), MOST_NEGATIVES),
                        target.indices(Kind.BENIGN, embargo.negate().and(calibrate)),
                        IntStream.concat(IntStream.of(testBenign), IntStream.of(attacks))
                                .sorted()
                                .toArray());
        if (split.declared.length < 20 || testBenign.length == 0 || attacks.length == 0) {
            throw new IllegalArgumentException(
                    "%s cannot be measured on: %d declared-benign flows (20 needed), %d benign flows and %d attacks to test"
                            .formatted(
                                    target.name(),
                                    split.declared.length,
                                    testBenign.length,
                                    attacks.length));
        }
        return split;
    }

    private static IntPredicate until(Capture target, int[] benign, double share) {
        int last = (int) Math.ceil(share * benign.length) - 1;
        long end = target.flows().get(benign[Math.max(last, 0)]).endMicros();
        return i -> target.flows().get(i).endMicros() <= end;
    }

    private static int[] thinned(int[] attacks, int most) {
        if (attacks.length <= most) {
            return attacks;
        }
        int[] drawn = Draws.without(attacks, most, new Random(0));
        Arrays.sort(drawn);
        return drawn;
    }

    /** Every other declared-benign flow, from the first: what a detector is fitted on. */
    public int[] fit() {
        return every(declared, 0);
    }

    /** The other declared-benign flows: what its threshold is set on. */
    public int[] hold() {
        return every(declared, 1);
    }

    private static int[] every(int[] indices, int offset) {
        return IntStream.range(0, indices.length)
                .filter(i -> i % 2 == offset)
                .map(i -> indices[i])
                .toArray();
    }
}
