// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** So many steps a second. */
final class Pace {

    private final long nanosEach;
    private final long start = System.nanoTime();
    private long steps;

    /**
     * @param perSecond 0 for no limit
     */
    Pace(int perSecond) {
        nanosEach = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
    }

    /** Lets so much time pass: a fault must strike in the middle of things. */
    static void letPass(Duration time) {
        waitUntil(System.nanoTime() + time.toNanos());
    }

    /** Waits until the next step is due. */
    void next() {
        waitUntil(start + nanosEach * steps++);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
