// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.List;

/**
 * How much of the protocol a run does.
 *
 * @param pairs what is transferred where
 * @param ks numbers of triplets
 * @param mainK the number of triplets of the main table, one of {@code ks}
 * @param draws draws of triplets
 * @param seeds seeds per row that depends on one
 * @param mostAttacks attacks of a test beyond this number are thinned
 * @param cut of the target's timeline
 */
public record Plan(
        List<Pair> pairs,
        List<Integer> ks,
        int mainK,
        int draws,
        int seeds,
        int mostAttacks,
        Cut cut) {
    /** The whole protocol. */
    public static final Plan FULL =
            new Plan(
                    Pair.REAL,
                    List.of(0, 1, 3, 5, 10, 20),
                    5,
                    10,
                    5,
                    Integer.MAX_VALUE,
                    Cut.DEFAULT);

    /** A look within minutes: two pairs, one k, two draws, one seed. */
    public static final Plan QUICK =
            new Plan(
                    List.of(Pair.REAL.get(0), Pair.REAL.get(3)),
                    List.of(0, 5),
                    5,
                    2,
                    1,
                    2_000,
                    Cut.DEFAULT);

    /**
     * One draw of five triplets per site, of many sites. Of three days the first is to draw from,
     * the second declared benign, the third tested on.
     */
    public static final Plan HARD =
            new Plan(
                    List.of(),
                    List.of(5),
                    5,
                    1,
                    1,
                    Integer.MAX_VALUE,
                    new Cut(0.33, 0.34, 0.66, 0.67));

    /** What a question is answered with: a near pair, two far ones, five triplets. */
    public static final Plan QUESTION =
            new Plan(Pair.REAL.subList(1, 4), List.of(5), 5, 3, 2, 2_000, Cut.DEFAULT);

    /** The same within a minute: one draw, one seed. */
    public static final Plan QUICK_QUESTION =
            new Plan(List.of(Pair.REAL.get(3)), List.of(5), 5, 1, 1, 500, Cut.DEFAULT);

    /** Draws and seeds in words, for the header of results. */
    public String repetitions() {
        return draws + " draws of triplets × " + seeds + " seeds";
    }
}
