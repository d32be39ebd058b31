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

    /** 15 sums need more than 16 registers. */
    private static final boolean THREE_STRIPS = Lanes.manyRegisters();

    /** Fails to link where the JVM runs without {@code --add-modules jdk.incubator.vector}. */
    public VectorKernel() {}

    /** Whether this machine computes in vectors what the kernel needs. */
    public static boolean worthwhile() {
        return Lanes.fusedMultiplyAdd();
    }

    @Override
    public String name() {
        return "vector-" + SPECIES.vectorBitSize();
    }

    @Override
    public PackedMatrix pack(float[] flat, int depth, int columns) {
        return new FloatStrips(flat, depth, columns, LANES);
    }

    @Override
    public Affine rest(float[] weight, float[] bias, int depth) {
        Affine exact = ShortAffine.exact(weight, bias, depth, LANES);
        return exact != null ? exact : new PackedAffine(pack(weight, depth, bias.length), bias);
    }

    @Override
    public AffineRoom room(int depth, int columns) {
        return new AffineRoom(
                FloatStrips.zeros(depth, columns, LANES),
                new float[depth * LANES],
                Rows.row(columns));
    }

    @Override
    public int padded(int columns) {
        return (columns + LANES - 1) / LANES * LANES;
    }

    @Override
    public void multiply(
            int rows, float[][] a, int depth, PackedMatrix w, float[] bias, float[][] c) {
        float[][] strips = ((FloatStrips) w).strips;
        if (rows == 1) {
            RowTile.multiply(depth, a[0], strips, bias, c[0]);
            return;
        }
        for (int from = 0; from < rows; from += CHUNK) {
            chunk(from, Math.min(rows, from + CHUNK), a, depth, strips, bias, c);
        }
    }

    private static void chunk(
            int from, int to, float[][] a, int depth, float[][] strips, float[] bias, float[][] c) {
        int strip = 0;
        while (strip < strips.length) {
            int width = width(strips.length - strip);
            tiles(width, from, to, a, depth, strips, strip, bias, c);
            strip += width;
        }
    }

    /** Strips of the next tiles: as many as registers allow, and none left over alone. */
    private static int width(int left) {
        if (THREE_STRIPS && left != 2 && left != 4) {
            return Math.min(left, 3);
        }
        return Math.min(left, 2);
    }

    /** The last tile begins early enough to end with the rows; what overlaps is computed twice. */
    private static void tiles(
            int width,
            int from,
            int to,
            float[][] a,
            int depth,
            float[][] strips,
            int strip,
            float[] bias,
            float[][] c) {
        for (int next = from; next < to; next += Rows.TILE) {
            int row = Math.max(0, Math.min(next, to - Rows.TILE));
            tile(width, a, row, depth, strips, strip, bias, c);
        }
    }

    /** Hands the rows of a tile over one by one: {@link Tile2#rows5} says why. */
    private static void tile(
            int width,
            float[][] a,
            int row,
            int depth,
            float[][] strips,
            int strip,
            float[] bias,
            float[][] c) {
        float[] a0 = a[row];
        float[] a1 = a[row + 1];
        float[] a2 = a[row + 2];
        float[] a3 = a[row + 3];
        float[] a4 = a[row + 4];
        float[] c0 = c[row];
        float[] c1 = c[row + 1];
        float[] c2 = c[row + 2];
        float[] c3 = c[row + 3];
        float[] c4 = c[row + 4];
        int column = strip * LANES;
        float[] w0 = strips[strip];
        if (width == 1) {
            Tile1.rows5(depth, a0, a1, a2, a3, a4, w0, bias, column, c0, c1, c2, c3, c4);
            return;
        }
        float[] w1 = strips[strip + 1];
        if (width == 2) {
            Tile2.rows5(depth, a0, a1, a2, a3, a4, w0, w1, bias, column, c0, c1, c2, c3, c4);
            return;
        }
        float[] w2 = strips[strip + 2];
        Tile3.rows5(depth, a0, a1, a2, a3, a4, w0, w1, w2, bias, column, c0, c1, c2, c3, c4);
    }

    @Override
    public void tanh(float[] values, int count) {
        VectorCell.tanh(values, count);
    }

    @Override
    public void cells(
            int from,
            int to,
            int units,
            float[][] gates,
            float[][] inputs,
            float[] room,
            float[][] cells,
            float[][] outputs,
            int outputAt) {
        VectorCell.cells(from, to, units, gates, inputs, room, cells, outputs, outputAt);
    }

    @Override
    public void normalise(
            PaddedStatistics statistics, float[] raw, int rawAt, float[] x, float[] present) {
        VectorRows.normalise(statistics, raw, rawAt, x, present);
    }

    @Override
    public void errors(int width, float[] x, float[] present, float[] y, float[] sums) {
        VectorRows.errors(width, x, present, y, sums);
    }
}
