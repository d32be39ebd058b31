// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

/**
 * What a run measured.
 *
 * @param perSecond flows scored per second, after warming up
 * @param perCpuSecond flows scored per second of CPU that the run's process used
 * @param anomalousShare share of them that was anomalous, and explained where the run explains
 * @param engine what its JVM has our network computed by
 */
record RunResult(double perSecond, double perCpuSecond, double anomalousShare, String engine) {

    static RunResult parse(String line) {
        String[] parts = line.trim().split(" ", 4);
        return new RunResult(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                parts[3]);
    }
}
