// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

/**
 * How many of how many, with the 95 % interval of Wilson (1927), which is sound for few and for
 * none.
 *
 * @param count of {@code of}
 * @param share count / of; 0 of none
 * @param low lower end of the interval, in [0, 1]
 * @param high upper end of the interval, in [0, 1]
 */
public record Share(int count, int of, double share, double low, double high) {
    private static final double Z = 1.959964;

    /** The share with its interval. */
    public static Share of(int count, int of) {
        if (of == 0) {
            return new Share(0, 0, 0, 0, 1);
        }
        double p = (double) count / of;
        double middle = p + Z * Z / (2.0 * of);
        double half = Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
        double scale = 1 + Z * Z / of;
        return new Share(
                count,
                of,
                p,
                Math.max(0, (middle - half) / scale),
                Math.min(1, (middle + half) / scale));
    }
}
