// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import java.time.Instant;
import java.util.UUID;

/**
 * A mark and what it made.
 *
 * @param triplet null: none
 * @param suppression null: none
 */
record MarkView(
        String verdict,
        Instant until,
        String note,
        String by,
        Instant at,
        UUID triplet,
        UUID suppression) {

    static MarkView of(AnomalyMark mark) {
        return new MarkView(
                mark.verdict,
                mark.expires,
                mark.note,
                mark.markedBy,
                mark.marked,
                mark.triplet,
                mark.suppression);
    }
}
