// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

/**
 * How fast alerts are there, and what a flood does to it.
 *
 * @param halfOfOneCore half of the flows per second that one core took from Kafka
 * @param flowsPerSecond the steady load: that, or what a busy machine keeps up with
 * @param steady under it alone
 * @param flooded alerts of other destinations, while one is flooded
 * @param floodFlows flows of the flood
 * @param floodScored flows of it that were scored
 * @param floodAlertSeconds from the first flow of the flood until its alert could be found
 */
record LatencyReport(
        int halfOfOneCore,
        int flowsPerSecond,
        Latency steady,
        Latency flooded,
        long floodFlows,
        long floodScored,
        double floodAlertSeconds) {

    /** How much longer half of the other destinations' alerts took while one was flooded. */
    double floodCost() {
        return flooded.p50() / steady.p50();
    }
}
