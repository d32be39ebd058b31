// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Fused multiply-adds in vectors. */
final class VectorProducts implements Products {
    /** No wider than 256 bit: rows are filled up to 16 floats, two of these. */
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.vectorBitSize() >= FloatVector.SPECIES_256.vectorBitSize()
                    ? FloatVector.SPECIES_256
                    : FloatVector.SPECIES_128;

    /** Columns that a tile computes at once. */
    private static final int PANEL = 2 * SPECIES.length();

    /** Twelve sums, two weights and a factor: what 16 registers hold. */
    private static final int TILE = 6;

    /** With ten sums, as rows are read from several arrays. */
    private static final int TRANSPOSED_TILE = 5;

    /** Floats of A that stay in the first-level cache while B passes, panel by panel. */
    private static final int CACHED = 4096;

    @Override
    public String name() {
        return "fused, vector-" + SPECIES.vectorBitSize();
    }

    @Override
    public void add(int rows, int columns, float[][] a, Factor b, float[][] c) {
        int chunk = Math.max(1, CACHED / b.rows.length / TILE) * TILE;
        for (int from = 0; from < rows; from += chunk) {
            addChunk(from, Math.min(rows, from + chunk), columns, a, b, c);
        }
    }

    private static void addChunk(
            int from, int to, int columns, float[][] a, Factor b, float[][] c) {
        int depth = b.rows.length;
        for (int column = 0, strip = 0; column < columns; column += PANEL, strip += 2) {
            float[] strip0 = b.strips[strip];
            float[] strip1 = b.strips[strip + 1];
            for (int row = from; row < to; row += TILE) {
                ProductTile.rows6(depth, a, row, to - 1, strip0, strip1, c, column);
            }
        }
    }

    @Override
    public void addTransposed(int rows, int columns, float[][] a, float[][] b, float[][] c) {
        for (int column = 0; column < columns; column += PANEL) {
            for (int row = 0; row < c.length; row += TRANSPOSED_TILE) {
                TransposedTile.rows5(rows, a, b, c, row, column);
            }
        }
    }
}
