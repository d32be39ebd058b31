// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

/** Ranks as evidence. */
final class Ranks {
    /** From here on a rank rises with its logarithm only: one odd value is not the whole story. */
    private static final double LINEAR = 8;

    private Ranks() {}

    /** Increasing; r up to 8, then 8 + ln(1 + r − 8). */
    static double soft(double rank) {
        return rank < LINEAR ? rank : LINEAR + Math.log1p(rank - LINEAR);
    }
}
