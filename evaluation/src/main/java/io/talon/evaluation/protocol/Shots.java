// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.Arrays;
import java.util.Random;

/**
 * k triplets of flow indices: benign anchors and positives, and negatives from the attacks of the
 * same period. Fewer negatives than k if the period has fewer attacks.
 *
 * @param anchors k benign flows
 * @param positives k other benign flows
 * @param negatives at most k attacks
 */
public record Shots(int[] anchors, int[] positives, int[] negatives) {
    /** No triplets. */
    public static final Shots NONE = new Shots(new int[0], new int[0], new int[0]);

    /** The draw with a number; the same number draws the same flows. */
    public static Shots draw(Split split, int k, int draw) {
        Random random = new Random(7_919L * draw + 5);
        int[] benign = Draws.without(split.adaptBenign(), 2 * k, random);
        if (benign.length < 2 * k) {
            throw new IllegalArgumentException(
                    k
                            + " triplets need "
                            + 2 * k
                            + " benign flows in the adaptation period, it has "
                            + benign.length);
        }
        return new Shots(
                Arrays.copyOfRange(benign, 0, k),
                Arrays.copyOfRange(benign, k, 2 * k),
                Draws.without(split.adaptMalicious(), k, random));
    }

    /** Number of triplets. */
    public int k() {
        return anchors.length;
    }

    /** Anchors and positives. */
    public int[] benign() {
        int[] both = Arrays.copyOf(anchors, anchors.length + positives.length);
        System.arraycopy(positives, 0, both, anchors.length, positives.length);
        return both;
    }
}
