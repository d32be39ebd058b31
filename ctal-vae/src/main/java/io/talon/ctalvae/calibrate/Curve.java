// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.Arrays;

/**
 * A strictly increasing, piecewise linear function, flat before its first knot and continued along
 * its last segment after the last. Immutable, thread-safe.
 */
public final class Curve {
    private final float[] x;
    private final float[] y;

    /**
     * @param x places of the knots, strictly increasing, at least two, taken over
     * @param y values at the knots, strictly increasing, taken over
     * @throws IllegalArgumentException if the knots are not so
     */
    public Curve(float[] x, float[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException(
                    "a curve needs two knots or more, found "
                            + x.length
                            + " places and "
                            + y.length
                            + " values");
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1]) || !(y[i] > y[i - 1])) {
                throw new IllegalArgumentException(
                        "a curve must increase; it does not at knot " + i);
            }
        }
        this.x = x;
        this.y = y;
    }

    /** The value at a place. Allocates nothing. */
    public double at(double place) {
        if (place <= x[0]) {
            return y[0];
        }
        int found = Arrays.binarySearch(x, (float) Math.min(place, Float.MAX_VALUE));
        int above = Math.min(found >= 0 ? found : -found - 1, x.length - 1);
        int below = Math.max(above - 1, 0);
        above = below + 1;
        double share = (place - x[below]) / ((double) x[above] - x[below]);
        return y[below] + share * ((double) y[above] - y[below]);
    }

    /** The place with a value; the first or last knot if none has it. */
    double place(double value) {
        int above = 1;
        while (above < y.length - 1 && y[above] < value) {
            above++;
        }
        double share = (value - y[above - 1]) / ((double) y[above] - y[above - 1]);
        double within = Math.max(0, Math.min(1, share));
        return x[above - 1] + within * ((double) x[above] - x[above - 1]);
    }

    /** Places of the knots; not to be written to. */
    public float[] x() {
        return x;
    }

    /** Values at the knots; not to be written to. */
    public float[] y() {
        return y;
    }
}
