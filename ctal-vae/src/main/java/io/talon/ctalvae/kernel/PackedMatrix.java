// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import java.util.Arrays;

/**
 * A weight matrix in the order a kernel reads it: panels of a few vectors' width, each row after
 * row, missing columns 0. Immutable.
 */
public final class PackedMatrix {
    final int depth;
    final int columns;
    final int lanes;
    final float[] values;

    /** Widths of the panels in vectors, left to right. */
    final int[] panels;

    /** The matrix row by row, for kernels without panels; otherwise null. */
    final float[][] rows;

    /**
     * @param flat row-major [depth × columns]
     * @param lanes floats per vector
     * @param widest vectors of a panel, 2 or 3
     */
    PackedMatrix(float[] flat, int depth, int columns, int lanes, int widest) {
        this.depth = depth;
        this.columns = columns;
        this.lanes = lanes;
        this.rows = null;
        this.panels = split(Math.max(2, (columns + lanes - 1) / lanes), widest);
        int vectors = 0;
        for (int panel : panels) {
            vectors += panel;
        }
        this.values = new float[this.depth * vectors * lanes];
        int at = 0;
        int from = 0;
        for (int panel : panels) {
            int width = panel * lanes;
            int filled = Math.min(width, columns - from);
            for (int k = 0; k < this.depth; k++, at += width) {
                if (filled > 0 && k < depth) {
                    System.arraycopy(flat, k * columns + from, values, at, filled);
                }
            }
            from += width;
        }
    }

    /** Row by row, without panels. */
    PackedMatrix(float[] flat, int depth, int columns) {
        this.depth = depth;
        this.columns = columns;
        this.lanes = 1;
        this.values = null;
        this.panels = null;
        this.rows = new float[depth][];
        for (int k = 0; k < depth; k++) {
            rows[k] = Arrays.copyOfRange(flat, k * columns, (k + 1) * columns);
        }
    }

    /** As few panels as possible of 2 or 3 vectors; with 2 alone, an odd number is filled up. */
    private static int[] split(int vectors, int widest) {
        if (widest == 2) {
            int[] all = new int[(vectors + 1) / 2];
            Arrays.fill(all, 2);
            return all;
        }
        int twos = (3 - vectors % 3) % 3;
        int threes = (vectors - 2 * twos) / 3;
        int[] all = new int[twos + threes];
        Arrays.fill(all, 0, threes, 3);
        Arrays.fill(all, threes, all.length, 2);
        return all;
    }

    /** Columns with padding: what a row of results needs. */
    public int paddedColumns() {
        return rows != null ? columns : values.length / depth;
    }
}
