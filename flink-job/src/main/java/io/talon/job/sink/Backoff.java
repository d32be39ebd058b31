// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long to wait before a failed request is sent again: twice as long after each failure, up to a
 * limit, with jitter so that many writers do not return at once. Thread-safe.
 */
final class Backoff {

    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int DOUBLINGS = 6;

    private final AtomicInteger failures = new AtomicInteger();

    /** Notes a failure and says how long to wait, in milliseconds. */
    long failed() {
        int before = Math.min(failures.getAndIncrement(), DOUBLINGS);
        long full = Math.min(FIRST_MILLIS << before, LONGEST_MILLIS);
        return full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1);
    }

    /** Notes a success; says whether failures went before it. */
    boolean succeeded() {
        return failures.getAndSet(0) > 0;
    }
}
