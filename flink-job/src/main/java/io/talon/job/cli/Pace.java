// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Holds back whoever asks to so many turns a second. Not thread-safe. */
final class Pace {

    private final double perSecond;
    private final long start = System.nanoTime();
    private long turns;

    /**
     * @param perSecond 0 for as fast as it goes
     */
    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    void await() {
        if (perSecond <= 0) {
            return;
        }
        long due = start + (long) (turns++ / perSecond * TimeUnit.SECONDS.toNanos(1));
        for (long wait = due - System.nanoTime();
                wait > 0 && !Thread.currentThread().isInterrupted();
                wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}
