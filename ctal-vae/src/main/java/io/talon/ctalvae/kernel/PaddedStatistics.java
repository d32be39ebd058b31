// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import java.util.Arrays;

/** Medians and scales of a site, filled up to whole vectors. Immutable. */
public final class PaddedStatistics {
    final float[] median;

    /** 1 / scale; the largest float for scales below that. */
    final float[] inverse;

    /** All bits set for a feature, none for filling: a mask, to be read as bits alone. */
    final float[] real;

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
        this.real = new float[padded];
        for (int f = 0; f < width; f++) {
            inverse[f] = (float) Math.min(1.0 / scale[f], Float.MAX_VALUE);
        }
        // Not 0: filling is read from what follows a flow, and 0 · ∞ would be no number.
        Arrays.fill(inverse, width, padded, 1);
        Arrays.fill(real, 0, width, Float.intBitsToFloat(-1));
    }

    /**
     * Reads a value of every cache line, as {@link PackedMatrix#fetch}.
     *
     * @return nothing of meaning
     */
    public int fetch() {
        int all = 0;
        for (int f = 0; f < median.length; f += PackedMatrix.LINE) {
            all ^= Float.floatToRawIntBits(median[f]);
            all ^= Float.floatToRawIntBits(inverse[f]);
            all ^= Float.floatToRawIntBits(real[f]);
        }
        return all;
    }

    /** Features per flow with filling. */
    public int padded() {
        return median.length;
    }
}
