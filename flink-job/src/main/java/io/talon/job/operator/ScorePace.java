// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

/**
 * How many flows of a destination were scored within the newest second of its event time, and how
 * many were passed over since the last score. In event time, so that a replay scores the same flows
 * again. A flow that ends in an earlier second counts in the newest one. Immutable.
 *
 * @param second the newest second, since the epoch
 * @param scored scored in it
 * @param skipped flows since the last score
 */
record ScorePace(long second, int scored, int skipped) {

    /** Of a destination that has not been seen. */
    static final ScorePace NEW = new ScorePace(Long.MIN_VALUE, 0, 0);

    /** After a flow that ends then; {@link #skipped} is 0 if it is to be scored. */
    ScorePace next(long endMicros, int mostPerSecond) {
        long flowSecond = Math.floorDiv(endMicros, 1_000_000L);
        if (flowSecond > second) {
            return new ScorePace(flowSecond, 1, 0);
        }
        return scored < mostPerSecond
                ? new ScorePace(second, scored + 1, 0)
                : new ScorePace(second, scored, skipped + 1);
    }
}
