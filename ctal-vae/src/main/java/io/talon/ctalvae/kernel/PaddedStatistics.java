// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import java.util.Arrays;

/** Medians and scales of a site, filled up to whole vectors. Immutable. */
public final class PaddedStatistics {
    /** Floats in a cache line. */
    private static final int LINE = PackedMatrix.LINE / Float.BYTES;

    /** No number for filling: what is read there is no value then, whatever it is. */
    final float[] median;

    /** 1 / scale; the largest float for scales below that. */
    final float[] inverse;

    final int width;
    final float limit;

    /**
     * @param padded width with filling
     * @param limit largest normalised value
     */
    public PaddedStatistics(float[] median, float[] scale, int padded, float limit) {
        this.width = median.length;
        this.limit = limit;
        this.median = Arrays.copyOf(median, padded);
        this.inverse = new float[padded];
        for (int f = 0; f < width; f++) {
            inverse[f] = (float) Math.min(1.0 / scale[f], Float.MAX_VALUE);
        }
        Arrays.fill(this.median, width, padded, Float.NaN);
    }

    /**
     * Reads a value of every cache line, as {@link PackedMatrix#fetch}.
     *
     * @return nothing of meaning
     */
    public int fetch() {
        int all = 0;
        for (int f = 0; f < median.length; f += LINE) {
            all ^= Float.floatToRawIntBits(median[f]);
            all ^= Float.floatToRawIntBits(inverse[f]);
        }
        return all;
    }
}
