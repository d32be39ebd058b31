// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

/**
 * One thing to measure.
 *
 * @param contender who
 * @param batch sequences at once
 * @param steps flows per sequence
 * @param adaptors sites
 * @param vectorBits width of vectors, 0 for the platform's
 */
record Measure(Contenders contender, int batch, int steps, int adaptors, int vectorBits) {
    static Measure of(Contenders contender, int batch) {
        return new Measure(contender, batch, 10, 1, 0);
    }
}
