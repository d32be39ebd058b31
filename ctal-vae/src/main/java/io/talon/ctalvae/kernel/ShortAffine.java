// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/**
 * Weights that are whole numbers of 16 bits times one power of two, in half of the memory of {@link
 * FloatStrips}; widened to those before they are multiplied. In strips of two vectors' width: an
 * int holds a column of the first vector in its lower half, the column of the second in its upper
 * half. The bias lies behind the first strip: what lies apart is waited for apart.
 */
final class ShortAffine extends Affine {
    /** A strip per two vectors [depth × lanes]. */
    private final int[][] strips;

    private final int depth;
    private final int columns;

    /** What the lowest bit of an upper half, taken as an int, stands for. */
    private final float unit;

    private ShortAffine(int[][] strips, int depth, int columns, float unit) {
        this.strips = strips;
        this.depth = depth;
        this.columns = columns;
        this.unit = unit;
    }

    /**
     * @param weight row-major [depth × columns]
     * @param bias [columns]
     * @param lanes floats per vector
     * @return null if the weights would not be the same
     */
    static ShortAffine exact(float[] weight, float[] bias, int depth, int lanes) {
        int columns = bias.length;
        int[][] strips = new int[(columns + 2 * lanes - 1) / (2 * lanes)][];
        for (int s = 0; s < strips.length; s++) {
            strips[s] = new int[depth * lanes + (s == 0 ? columns : 0)];
        }
        float unit = ShortGrid.unit(weight);
        for (int i = 0; i < weight.length; i++) {
            float whole = weight[i] / unit;
            if (whole != (short) whole) {
                return null;
            }
            int column = i % columns;
            int bits = ((short) whole & 0xffff) << column / lanes % 2 * 16;
            strips[column / (2 * lanes)][i / columns * lanes + column % lanes] |= bits;
        }
        for (int j = 0; j < columns; j++) {
            strips[0][depth * lanes + j] = Float.floatToRawIntBits(bias[j]);
        }
        return new ShortAffine(strips, depth, columns, unit * Math.scalb(1f, -16));
    }

    @Override
    public int reach() {
        return strips[0][0];
    }

    @Override
    public void ready(AffineRoom room) {
        float[][] floats = room.strips.strips;
        for (int s = 0; s < strips.length; s++) {
            float[] odd = 2 * s + 1 < floats.length ? floats[2 * s + 1] : room.spare;
            VectorRows.widen(strips[s], depth, unit, floats[2 * s], odd);
        }
        int[] first = strips[0];
        int from = first.length - columns;
        float[] row = room.row;
        for (int j = 0; j < columns; j++) {
            row[j] = Float.intBitsToFloat(first[from + j]);
        }
        room.weight = room.strips;
        room.bias = row;
    }
}
