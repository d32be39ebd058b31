// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

/** Microseconds as decimal seconds with six digits, exactly. */
final class DecimalSeconds {

    private static final int MICROS = 1_000_000;

    private DecimalSeconds() {}

    static void append(StringBuilder s, long micros) {
        s.append(micros / MICROS).append('.');
        int fraction = (int) (micros % MICROS);
        for (int place = MICROS / 10; place > 0; place /= 10) {
            s.append((char) ('0' + fraction / place % 10));
        }
    }
}
