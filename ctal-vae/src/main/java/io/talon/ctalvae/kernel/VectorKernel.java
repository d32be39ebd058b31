// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel on jdk.incubator.vector, as wide as {@link Lanes} says. Every method is small: C2
 * gives up on large ones and then keeps its vectors on the heap.
 */
public final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    /** Rows that stay in the first-level cache while all of a matrix passes. */
    private static final int CHUNK = 30;

    private static final int WIDEST_PANEL = Lanes.manyRegisters() ? 3 : 2;

    /** Fails to link where the JVM runs without {@code --add-modules jdk.incubator.vector}. */
    public VectorKernel() {}

    @Override
    public String name() {
        return "vector-" + SPECIES.vectorBitSize();
    }

    @Override
    public PackedMatrix pack(float[] flat, int depth, int columns) {
        return new PackedMatrix(flat, depth, columns, LANES, WIDEST_PANEL);
    }

    @Override
    public void multiply(int rows, float[][] a, PackedMatrix w, float[][] init, float[][] c) {
        if (rows == 1) {
            RowTiles.multiply(a[0], w, init[0], c[0]);
            return;
        }
        for (int from = 0; from < rows; from += CHUNK) {
            chunk(from, Math.min(rows, from + CHUNK), a, w, init, c);
        }
    }

    private static void chunk(
            int from, int to, float[][] a, PackedMatrix w, float[][] init, float[][] c) {
        int at = 0;
        int column = 0;
        for (int panel : w.panels) {
            tiles(panel, from, to, a, w, at, init, c, column);
            column += panel * LANES;
            at += panel * LANES * w.depth;
        }
    }

    /** The last tile begins early enough to end with the rows; what overlaps is computed twice. */
    private static void tiles(
            int panel,
            int from,
            int to,
            float[][] a,
            PackedMatrix w,
            int at,
            float[][] init,
            float[][] c,
            int column) {
        for (int row = from; row < to; row += Rows.TILE) {
            int start = Math.max(0, Math.min(row, to - Rows.TILE));
            if (panel == 2) {
                Tile2.rows5(w.depth, a, start, w.values, at, init, c, column);
            } else {
                Tile3.rows5(w.depth, a, start, w.values, at, init, c, column);
            }
        }
    }

    @Override
    public void tanh(float[] values, int count) {
        VectorCell.tanh(values, count);
    }

    @Override
    public void cell(int units, float[] gates, float[] cell, float[] output) {
        VectorCell.advance(units, gates, cell, output);
        VectorCell.tanh(output, units);
        VectorCell.open(units, gates, output);
    }

    @Override
    public void normalise(
            PaddedStatistics statistics, float[] raw, int rawAt, float[] x, float[] present) {
        VectorRows.normalise(statistics, raw, rawAt, x, present);
    }

    @Override
    public void errors(int width, float[] x, float[] present, float[] y, double[] sums) {
        sums[SQUARES] += VectorRows.squares(x, width);
        sums[COUNT] += VectorRows.sum(present, width);
        sums[ERRORS] += VectorRows.differences(x, present, y, width);
    }
}
