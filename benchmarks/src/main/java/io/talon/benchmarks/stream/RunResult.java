// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

/**
 * What a run measured.
 *
 * @param perSecond flows scored per second, after warming up
 * @param perCpuSecond flows scored per second of CPU that the run's process used
 * @param anomalousShare share of them that was anomalous, and explained where the run explains
 * @param fromMillis when timing began, since the epoch
 * @param untilMillis when it ended
 * @param engine what its JVM has our network computed by
 * @param engineBeside what the engine alone scored meanwhile, per second of its CPU; NaN = not
 *     known
 */
record RunResult(
        double perSecond,
        double perCpuSecond,
        double anomalousShare,
        long fromMillis,
        long untilMillis,
        String engine,
        double engineBeside) {

    static RunResult parse(String line) {
        String[] parts = line.trim().split(" ", 6);
        return new RunResult(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                parts[5],
                Double.NaN);
    }

    /** The same, and what the engine scored meanwhile. */
    RunResult withEngine(double perCpu) {
        return new RunResult(
                perSecond, perCpuSecond, anomalousShare, fromMillis, untilMillis, engine, perCpu);
    }

    /** Speed to that of the engine beside it. */
    double toEngine() {
        return perCpuSecond / engineBeside;
    }
}
