// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.drift;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Alerts of the current hour and of the one before it, by event time. Not thread-safe. */
final class AlertRate {
    private static final long HOUR = 3_600_000_000L;

    private long hour = Long.MIN_VALUE;
    private int current;
    private int previous;

    void observe(long micros, boolean alert) {
        long now = Math.floorDiv(micros, HOUR);
        if (now > hour) {
            previous = now == hour + 1 ? current : 0;
            current = 0;
            hour = now;
        }
        current += alert && now == hour ? 1 : 0;
    }

    /** Alerts of the busier of the two hours. */
    int perHour() {
        return Math.max(current, previous);
    }

    /** Whether both hours, that is more than one whole hour, had more alerts than this. */
    boolean bothAbove(double limit) {
        return current > limit && previous > limit;
    }

    void clear() {
        current = 0;
        previous = 0;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(hour);
        out.writeInt(current);
        out.writeInt(previous);
    }

    static AlertRate read(DataInputStream in) throws IOException {
        AlertRate rate = new AlertRate();
        rate.hour = in.readLong();
        rate.current = in.readInt();
        rate.previous = in.readInt();
        return rate;
    }
}
