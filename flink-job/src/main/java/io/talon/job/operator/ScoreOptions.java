// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.io.Serializable;
import java.time.Duration;

/**
 * How sequences are scored.
 *
 * @param mode stands in documents
 * @param explaining whether anyone wants to know of anomalies, for explaining one costs more than
 *     scoring it
 * @param batchSize most sequences scored together
 * @param linger longest that a sequence waits for others, in processing time
 * @param sampleInterval of each site, in each task, one sequence in this time is kept whole
 */
public record ScoreOptions(
        RunMode mode, boolean explaining, int batchSize, Duration linger, Duration sampleInterval)
        implements Serializable {

    /** How often a sequence is kept whole where nobody says otherwise. */
    public static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(10);

    public ScoreOptions {
        if (batchSize < 1 || batchSize > 4096) {
            throw new IllegalArgumentException(
                    "batches of %d sequences; 1 to 4096 can be scored together"
                            .formatted(batchSize));
        }
    }

    /** With the usual share of sequences kept whole. */
    public ScoreOptions(RunMode mode, boolean explaining, int batchSize, Duration linger) {
        this(mode, explaining, batchSize, linger, SAMPLE_INTERVAL);
    }
}
