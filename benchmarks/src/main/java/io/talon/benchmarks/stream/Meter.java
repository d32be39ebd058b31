// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.io.Serializable;

/**
 * Counts results where they leave the job, and times all but the first fifth of them, in which the
 * JVM warms up. One job per process: it counts in a static place, where the job's copies of it and
 * its maker meet.
 */
final class Meter implements Serializable {

    private static final long serialVersionUID = 1L;

    private static volatile long counted;
    private static volatile long anomalous;
    private static long startedAt;
    private static long startedNanos;
    private static volatile long lastNanos;

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
        }
        if ((now & 0xff) == 0) {
            lastNanos = System.nanoTime();
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
        return ((counted & ~0xffL) - startedAt) * 1e9 / (lastNanos - startedNanos);
    }
}
