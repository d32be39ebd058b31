// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.util.List;

/**
 * How long probes took.
 *
 * @param probes how many
 * @param p50 seconds that half of them took at most
 * @param p99 seconds that 99 of a hundred took at most
 * @param longest seconds that the last one took
 */
record Latency(int probes, double p50, double p99, double longest) {

    /**
     * Of these times.
     *
     * @throws IllegalArgumentException if there are none
     */
    static Latency of(List<Long> millis) {
        if (millis.isEmpty()) {
            throw new IllegalArgumentException("no probe was sent");
        }
        List<Long> sorted = millis.stream().sorted().toList();
        return new Latency(
                sorted.size(), seconds(sorted, 0.5), seconds(sorted, 0.99), seconds(sorted, 1));
    }

    private static double seconds(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1000.0;
    }
}
