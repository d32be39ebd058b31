// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

/**
 * How many flows of a destination were scored within the newest second of its event time, and how
 * many were passed over since the last score. In event time, so that a replay scores the same flows
 * again. A flow that ends in an earlier second counts in the newest one. Mutable, not thread-safe.
 */
final class ScorePace {

    private long second;
    private int scored;
    private int skipped;

    /** Of a destination that has not been seen. */
    ScorePace() {
        this(Long.MIN_VALUE, 0, 0);
    }

    /**
     * @param second the newest second, since the epoch
     * @param scored scored in it
     * @param skipped flows since the last score
     */
    ScorePace(long second, int scored, int skipped) {
        this.second = second;
        this.scored = scored;
        this.skipped = skipped;
    }

    /** The same; what is counted in one is not in the other. */
    ScorePace copy() {
        return new ScorePace(second, scored, skipped);
    }

    /** Counts a flow that ends then; {@link #skipped} is 0 after it if it is to be scored. */
    void count(long endMicros, int mostPerSecond) {
        long flowSecond = Math.floorDiv(endMicros, 1_000_000L);
        if (flowSecond > second) {
            second = flowSecond;
            scored = 0;
        }
        if (scored < mostPerSecond) {
            scored++;
            skipped = 0;
        } else {
            skipped++;
        }
    }

    long second() {
        return second;
    }

    int scored() {
        return scored;
    }

    int skipped() {
        return skipped;
    }
}
