// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

/** Lengths of time in microseconds, the unit of Zeek's clock. */
public final class Micros {

    public static final long MILLI = 1_000L;
    public static final long SECOND = 1_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    private Micros() {}

    /** Microseconds of a length in seconds, at least one. */
    public static long ofSeconds(double seconds) {
        return Math.max(1, (long) (seconds * SECOND));
    }
}
