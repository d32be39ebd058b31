// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

/** Matrices as training's kernels take them: one array per row, filled up to whole vectors. */
public final class GradientRows {
    /** Floats of the widest vectors that are used, twice. */
    private static final int ROUND = 16;

    private GradientRows() {}

    /** Columns with filling. */
    public static int padded(int columns) {
        return (columns + ROUND - 1) / ROUND * ROUND;
    }

    /** New rows of zeros. */
    public static float[][] zeros(int rows, int columns) {
        return new float[rows][padded(columns)];
    }

    /** New rows for the gates of an LSTM: each gate may be read up to whole vectors. */
    public static float[][] gates(int rows, int units) {
        return new float[rows][padded(4 * units) + ROUND];
    }

    /** Writes the transpose of a matrix with these many columns. */
    public static void transpose(float[][] matrix, int columns, float[][] transposed) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
    }
}
