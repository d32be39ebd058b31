// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

/**
 * What was measured.
 *
 * @param sequencesPerSecond median over iterations
 * @param bytesPerSequence allocated on the heap
 * @param p50Micros median time of a batch, NaN unless sampled
 * @param p99Micros its 99th percentile, NaN unless sampled
 * @param yardstick what the {@link Measure#YARDSTICK} did per second meanwhile, NaN if it did not
 *     run alongside
 */
record Figure(
        double sequencesPerSecond,
        double bytesPerSequence,
        double p50Micros,
        double p99Micros,
        double yardstick) {

    /** Times as fast as the yardstick. */
    double times() {
        return sequencesPerSecond / yardstick;
    }
}
