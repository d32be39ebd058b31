// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import com.sun.management.OperatingSystemMXBean;
import java.io.Serializable;
import java.lang.management.ManagementFactory;

/**
 * Counts results where they leave the job, and times all but the first fifth of them, in which the
 * JVM warms up: by the clock, and by the CPU that this process used, which a machine that does
 * something else besides changes far less. One job per process: it counts in a static place, where
 * the job's copies of it and its maker meet.
 */
final class Meter implements Serializable {

    private static final long serialVersionUID = 1L;

    private static volatile long counted;
    private static volatile long anomalous;
    private static long startedAt;
    private static long startedNanos;
    private static long startedCpu;
    private static volatile long lastNanos;
    private static volatile long lastCpu;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long warmUp;

    Meter(long expected) {
        this.warmUp = expected / 5;
    }

    /** A result; called by one thread. */
    void count(boolean isAnomalous) {
        long now = counted + 1;
        counted = now;
        if (isAnomalous) {
            anomalous = anomalous + 1;
        }
        if (now == warmUp) {
            startedAt = now;
            startedNanos = System.nanoTime();
            startedCpu = SYSTEM.getProcessCpuTime();
        }
        if ((now & 0xff) == 0) {
            lastNanos = System.nanoTime();
            lastCpu = SYSTEM.getProcessCpuTime();
        }
    }

    /** Results in all. */
    static long counted() {
        return counted;
    }

    /** Share of results that were anomalous. */
    static double anomalousShare() {
        return (double) anomalous / Math.max(counted, 1);
    }

    /** Results per second after warming up. */
    static double perSecond() {
        return timed() * 1e9 / (lastNanos - startedNanos);
    }

    /** Results per second of CPU, of all threads of this process, after warming up. */
    static double perCpuSecond() {
        return timed() * 1e9 / (lastCpu - startedCpu);
    }

    private static long timed() {
        return (counted & ~0xffL) - startedAt;
    }
}
