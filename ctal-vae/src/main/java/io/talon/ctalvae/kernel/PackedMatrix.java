// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/**
 * A weight matrix in the order a kernel reads it. Immutable.
 *
 * <p>For vectors each strip of columns, one vector wide, is an array of its own, row after row,
 * missing columns 0: the place of a row is then a multiple of a power of two of the loop's counter,
 * and only then does C2 check the bounds before the loop instead of within it.
 */
public final class PackedMatrix {
    /** Floats in a cache line of 64 bytes. */
    static final int LINE = 16;

    final int depth;
    final int columns;

    /** A strip per vector [depth × lanes]; null for kernels without vectors. */
    final float[][] strips;

    /** The matrix row by row, for kernels without vectors; otherwise null. */
    final float[][] rows;

    private final int padded;

    private PackedMatrix(int depth, int columns, int padded, float[][] strips, float[][] rows) {
        this.depth = depth;
        this.columns = columns;
        this.padded = padded;
        this.strips = strips;
        this.rows = rows;
    }

    /**
     * In strips.
     *
     * @param flat row-major [depth × columns]
     * @param lanes floats per vector
     */
    static PackedMatrix strips(float[] flat, int depth, int columns, int lanes) {
        float[][] strips = new float[(columns + lanes - 1) / lanes][depth * lanes];
        for (int s = 0; s < strips.length; s++) {
            int from = s * lanes;
            int filled = Math.min(lanes, columns - from);
            for (int k = 0; k < depth; k++) {
                System.arraycopy(flat, k * columns + from, strips[s], k * lanes, filled);
            }
        }
        return new PackedMatrix(depth, columns, strips.length * lanes, strips, null);
    }

    /** Row by row, missing columns 0. */
    static PackedMatrix rows(float[] flat, int depth, int columns) {
        float[][] rows = new float[depth][];
        for (int k = 0; k < depth; k++) {
            rows[k] = Rows.row(columns);
            System.arraycopy(flat, k * columns, rows[k], 0, columns);
        }
        return new PackedMatrix(depth, columns, columns, null, rows);
    }

    /**
     * Reads the first value, behind several objects.
     *
     * @return nothing of meaning, as {@link #fetch}
     */
    public int reach() {
        return Float.floatToRawIntBits((strips != null ? strips : rows)[0][0]);
    }

    /**
     * Reads a value of every cache line, each for itself, so that many misses are under way at
     * once; a product waits for its weights line after line. For matrices that are seldom in the
     * cache.
     *
     * @return nothing of meaning; to be kept somewhere, or the reads are optimised away
     */
    public int fetch() {
        float[][] runs = strips != null ? strips : rows;
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
        for (int i = 0; i + LINE < one.length; i += 2 * LINE) {
            a ^= Float.floatToRawIntBits(one[i]);
            b ^= Float.floatToRawIntBits(other[i]);
            c ^= Float.floatToRawIntBits(one[i + LINE]);
            d ^= Float.floatToRawIntBits(other[i + LINE]);
        }
        return a ^ b ^ c ^ d;
    }

    /** Columns with padding: what a row of results needs. */
    public int paddedColumns() {
        return padded;
    }
}
