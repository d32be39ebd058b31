// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/**
 * A matrix for vectors. Each strip of columns, one vector wide, is an array of its own, row after
 * row, missing columns 0: the place of a row is then a multiple of a power of two of the loop's
 * counter, and only then does C2 check the bounds before the loop instead of within it.
 */
final class FloatStrips extends PackedMatrix {
    private static final int FLOATS = LINE / Float.BYTES;

    /** A strip per vector [depth × lanes]. */
    final float[][] strips;

    private FloatStrips(int depth, int columns, int lanes) {
        super(columns);
        strips = new float[(columns + lanes - 1) / lanes][depth * lanes];
    }

    /**
     * @param flat row-major [depth × columns]
     * @param lanes floats per vector
     */
    FloatStrips(float[] flat, int depth, int columns, int lanes) {
        this(depth, columns, lanes);
        for (int s = 0; s < strips.length; s++) {
            int from = s * lanes;
            int filled = Math.min(lanes, columns - from);
            for (int k = 0; k < depth; k++) {
                System.arraycopy(flat, k * columns + from, strips[s], k * lanes, filled);
            }
        }
    }

    static FloatStrips zeros(int depth, int columns, int lanes) {
        return new FloatStrips(depth, columns, lanes);
    }

    @Override
    int reach() {
        return Float.floatToRawIntBits(strips[0][0]);
    }

    @Override
    int fetch() {
        return fetch(strips);
    }

    /**
     * @return nothing of meaning
     */
    static int fetch(float[][] runs) {
        int paired = runs.length & ~1;
        int all = paired < runs.length ? fetch(runs[paired], runs[paired]) : 0;
        for (int i = 0; i < paired; i += 2) {
            all ^= fetch(runs[i], runs[i + 1]);
        }
        return all;
    }

    /**
     * Two runs of the same length at a time: memory gives two streams faster than one. Four reads
     * at once: a single chain of operations would be slower than the cache.
     */
    private static int fetch(float[] one, float[] other) {
        int a = Float.floatToRawIntBits(one[one.length - 1]);
        int b = Float.floatToRawIntBits(other[one.length - 1]);
        int c = 0;
        int d = 0;
        for (int i = 0; i + FLOATS < one.length; i += 2 * FLOATS) {
            a ^= Float.floatToRawIntBits(one[i]);
            b ^= Float.floatToRawIntBits(other[i]);
            c ^= Float.floatToRawIntBits(one[i + FLOATS]);
            d ^= Float.floatToRawIntBits(other[i + FLOATS]);
        }
        return a ^ b ^ c ^ d;
    }
}
