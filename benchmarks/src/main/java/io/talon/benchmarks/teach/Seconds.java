// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.teach;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long something took.
 *
 * @param wall by the clock
 * @param cpu of the thread that asked for it: not what else runs on the machine, nor compilers
 */
record Seconds(double wall, double cpu) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Now, on a scale of its own for each thread. */
    static Seconds now() {
        return new Seconds(System.nanoTime() / 1e9, THREADS.getCurrentThreadCpuTime() / 1e9);
    }

    /** From then until now. */
    static Seconds since(Seconds then) {
        return now().minus(then);
    }

    Seconds minus(Seconds other) {
        return new Seconds(wall - other.wall, cpu - other.cpu);
    }

    Seconds times(double factor) {
        return new Seconds(wall * factor, cpu * factor);
    }
}
