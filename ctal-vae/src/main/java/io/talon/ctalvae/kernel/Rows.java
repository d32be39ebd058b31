// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import java.util.Arrays;

/**
 * Matrices as kernels take them: one array per row, so that code compiled by C2 addresses each row
 * from a register of its own. Views of the same rows in other orders are arrays of the same
 * references.
 *
 * <p>Kernels work on whole vectors and on tiles of rows. They read and write up to a vector's width
 * from a row's first padding on, up to {@link #WIDE} columns of narrower rows, and {@link #TILE}
 * rows where fewer are asked for: what is there must be scratch.
 */
public final class Rows {
    /** Rows that are computed at once, and that every view has at least. */
    public static final int TILE = 5;

    /** The widest vector: what is written behind a row's last column. */
    private static final int SPARE = 16;

    /**
     * Fewest columns that plain loops work on. C2 makes vectors of 8 floats of a loop only if it
     * had 70 rounds or more on average when it was compiled, narrower ones otherwise.
     */
    static final int WIDE = 72;

    /** Floats per object: rows made one after the other lie alike in vectors of 32 bytes. */
    private static final int VECTOR = 8;

    private static final int HEADER = 4;

    private Rows() {}

    /** New rows of zeros, each with room to spare. */
    public static float[][] zeros(int rows, int columns) {
        float[][] all = new float[Math.max(rows, TILE)][];
        for (int i = 0; i < all.length; i++) {
            all[i] = row(columns);
        }
        return all;
    }

    /** A copy with room to spare. */
    public static float[] row(float[] values) {
        float[] row = row(values.length);
        System.arraycopy(values, 0, row, 0, values.length);
        return row;
    }

    /** A view of the same row again and again. */
    public static float[][] repeated(int rows, float[] row) {
        float[][] all = new float[Math.max(rows, TILE)][];
        Arrays.fill(all, row);
        return all;
    }

    /** A row of zeros, with its header as long as a number of whole vectors. */
    public static float[] row(int columns) {
        int least = Math.max(columns + SPARE, WIDE) + HEADER;
        return new float[(least + VECTOR - 1) / VECTOR * VECTOR - HEADER];
    }
}
