// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import com.sun.management.OperatingSystemMXBean;
import java.io.Serializable;
import java.lang.management.ManagementFactory;

/**
 * Counts results where they leave the job, and times all but the first ones, in which the JVM warms
 * up on all cores; from then on it is held to one. Times by the clock, and by the CPU that this
 * process used, which a machine that does something else besides changes far less. One job per
 * process: it counts in a static place, where the job's copies of it and its maker meet once the
 * job has ended. Clocks are read twice only: of a process with a job's threads that of its CPU
 * takes longer to read than many flows to score.
 */
final class Meter implements Serializable {

    private static final long serialVersionUID = 1L;

    private static long counted;
    private static long anomalous;
    private static long startedAt;
    private static long timed;
    private static long startedMillis;
    private static long endedMillis;
    private static long startedNanos;
    private static long startedCpu;
    private static long endedNanos;
    private static long endedCpu;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long warmUp;
    private final long last;

    /**
     * @param warmUp results that are not timed, at least one
     * @param measured results after them that are
     */
    Meter(long warmUp, long measured) {
        this.warmUp = warmUp;
        this.last = warmUp + measured;
    }

    /** A result; called by one thread. */
    void count(boolean isAnomalous) {
        long now = counted + 1;
        counted = now;
        if (isAnomalous) {
            anomalous = anomalous + 1;
        }
        if (now == warmUp) {
            System.gc(); // what it took to fill the state is no cost of the flows that are timed
            Core.hold();
            startedAt = now;
            startedMillis = System.currentTimeMillis();
            startedNanos = System.nanoTime();
            startedCpu = SYSTEM.getProcessCpuTime();
        }
        if (now == last) {
            timed = now - startedAt;
            endedMillis = System.currentTimeMillis();
            endedNanos = System.nanoTime();
            endedCpu = SYSTEM.getProcessCpuTime();
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

    /** When timing began, in milliseconds since the epoch. */
    static long startedMillis() {
        return startedMillis;
    }

    /** When it ended. */
    static long endedMillis() {
        return endedMillis;
    }

    /** Results per second after warming up. */
    static double perSecond() {
        return timed * 1e9 / (endedNanos - startedNanos);
    }

    /** Results per second of CPU, of all threads of this process, after warming up. */
    static double perCpuSecond() {
        return timed * 1e9 / (endedCpu - startedCpu);
    }
}
