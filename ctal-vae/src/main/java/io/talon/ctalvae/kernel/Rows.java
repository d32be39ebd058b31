// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import java.util.Arrays;

/**
 * Matrices as kernels take them: one array per row, so that code compiled by C2 addresses each row
 * from a register of its own. Views of the same rows in other orders are arrays of the same
 * references.
 *
 * <p>Kernels work on whole vectors and on tiles of rows. They read and write up to a vector's width
 * from a row's first padding on, and {@link #TILE} rows where fewer are asked for: what is there
 * must be scratch.
 */
public final class Rows {
    /** Rows that are computed at once, and that every view has at least. */
    public static final int TILE = 5;

    /** The widest vector: what is written behind a row's last column. */
    private static final int SPARE = 16;

    private Rows() {}

    /** New rows of zeros, each with room to spare. */
    public static float[][] zeros(int rows, int columns) {
        float[][] all = new float[Math.max(rows, TILE)][];
        for (int i = 0; i < all.length; i++) {
            all[i] = row(columns);
        }
        return all;
    }

    /** A view of the same row again and again, e.g. a bias. */
    public static float[][] repeated(int rows, float[] values) {
        float[] row = row(values.length);
        System.arraycopy(values, 0, row, 0, values.length);
        float[][] all = new float[Math.max(rows, TILE)][];
        Arrays.fill(all, row);
        return all;
    }

    private static float[] row(int columns) {
        return new float[columns + SPARE];
    }
}
