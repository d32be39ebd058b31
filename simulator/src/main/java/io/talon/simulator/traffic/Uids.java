// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

/** Uids of Zeek's form: C and 96 random bits in base 62. They tell nothing about the flow. */
final class Uids {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Rng rng;

    Uids(Rng rng) {
        this.rng = rng;
    }

    String next() {
        StringBuilder uid = new StringBuilder(18).append('C');
        append(uid, rng.nextLong());
        append(uid, rng.nextLong() >>> 32);
        return uid.toString();
    }

    private static void append(StringBuilder uid, long bits) {
        long rest = bits;
        do {
            uid.append(DIGITS.charAt((int) Long.remainderUnsigned(rest, DIGITS.length())));
            rest = Long.divideUnsigned(rest, DIGITS.length());
        } while (rest != 0);
    }
}
