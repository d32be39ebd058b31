// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import java.util.Random;

/**
 * The numbers of {@link Random}, which its contract fixes, without its locks: training draws
 * millions of them in one thread. Not thread-safe.
 */
final class Draws extends Random {
    private static final long serialVersionUID = 1;
    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long MASK = (1L << 48) - 1;

    private long state;
    private boolean another;
    private double next;

    Draws(long seed) {
        super(seed);
    }

    /** Called by the constructor of {@link Random} as well. */
    @Override
    public void setSeed(long seed) {
        state = (seed ^ MULTIPLIER) & MASK;
        another = false;
    }

    @Override
    protected int next(int bits) {
        state = state * MULTIPLIER + 0xBL & MASK;
        return (int) (state >>> 48 - bits);
    }

    /** The polar method, two at a time. */
    @Override
    public double nextGaussian() {
        if (another) {
            another = false;
            return next;
        }
        double x;
        double y;
        double s;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            s = x * x + y * y;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        next = y * factor;
        another = true;
        return x * factor;
    }
}
