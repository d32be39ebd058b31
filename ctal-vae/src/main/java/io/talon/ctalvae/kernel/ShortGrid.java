// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/**
 * Weights that fit into 16 bits each: whole numbers from −32,767 to 32,767, times a power of two
 * that follows from the largest. Floats still, so that whoever computes with them computes the
 * same; a kernel may keep them in half of the memory.
 */
public final class ShortGrid {
    private static final int LARGEST = Short.MAX_VALUE;

    /** Bits of the largest whole number behind its first. */
    private static final int BITS = 14;

    /** Where the largest weight is smaller than 2 to this, units are no smaller: all finite. */
    private static final int LEAST = -100;

    private ShortGrid() {}

    /**
     * The nearest weights that fit. Rounds by at most 2⁻¹⁵ of the largest magnitude; what fits
     * already stays as it is, and so does what holds a value that is not finite.
     *
     * @return another array
     */
    public static float[] round(float[] weights) {
        float[] rounded = weights.clone();
        float unit = unit(weights);
        if (!Float.isFinite(unit)) {
            return rounded;
        }
        for (int i = 0; i < rounded.length; i++) {
            int whole = (int) Math.rint(rounded[i] / unit);
            rounded[i] = Math.max(-LARGEST, Math.min(LARGEST, whole)) * unit;
        }
        return rounded;
    }

    /** The power of two of these weights, whether they fit or not. */
    static float unit(float[] weights) {
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        if (!Float.isFinite(largest)) {
            return Float.NaN;
        }
        return Math.scalb(1f, Math.max(Math.getExponent(largest), LEAST) - BITS);
    }
}
