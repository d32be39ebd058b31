// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** c = init + a · w for a tile of rows and 3 strips of w. */
final class Tile3 {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private Tile3() {}

    /**
     * c = init + a · strips for 5 rows: 15 sums stay in registers over the whole depth.
     *
     * @param strip the first of 3, and with it the column of init and c
     */
    static void rows5(
            int depth,
            float[][] a,
            int row,
            float[][] strips,
            int strip,
            float[][] init,
            float[][] c) {
        int column = strip * LANES;
        float[] strip0 = strips[strip];
        float[] strip1 = strips[strip + 1];
        float[] strip2 = strips[strip + 2];
        float[] a0 = a[row];
        float[] a1 = a[row + 1];
        float[] a2 = a[row + 2];
        float[] a3 = a[row + 3];
        float[] a4 = a[row + 4];
        float[] i0 = init[row];
        FloatVector s00 = FloatVector.fromArray(SPECIES, i0, column);
        FloatVector s01 = FloatVector.fromArray(SPECIES, i0, column + LANES);
        FloatVector s02 = FloatVector.fromArray(SPECIES, i0, column + 2 * LANES);
        float[] i1 = init[row + 1];
        FloatVector s10 = FloatVector.fromArray(SPECIES, i1, column);
        FloatVector s11 = FloatVector.fromArray(SPECIES, i1, column + LANES);
        FloatVector s12 = FloatVector.fromArray(SPECIES, i1, column + 2 * LANES);
        float[] i2 = init[row + 2];
        FloatVector s20 = FloatVector.fromArray(SPECIES, i2, column);
        FloatVector s21 = FloatVector.fromArray(SPECIES, i2, column + LANES);
        FloatVector s22 = FloatVector.fromArray(SPECIES, i2, column + 2 * LANES);
        float[] i3 = init[row + 3];
        FloatVector s30 = FloatVector.fromArray(SPECIES, i3, column);
        FloatVector s31 = FloatVector.fromArray(SPECIES, i3, column + LANES);
        FloatVector s32 = FloatVector.fromArray(SPECIES, i3, column + 2 * LANES);
        float[] i4 = init[row + 4];
        FloatVector s40 = FloatVector.fromArray(SPECIES, i4, column);
        FloatVector s41 = FloatVector.fromArray(SPECIES, i4, column + LANES);
        FloatVector s42 = FloatVector.fromArray(SPECIES, i4, column + 2 * LANES);
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, strip0, k * LANES);
            FloatVector w1 = FloatVector.fromArray(SPECIES, strip1, k * LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, strip2, k * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a0[k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
            s02 = x0.fma(w2, s02);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a1[k]);
            s10 = x1.fma(w0, s10);
            s11 = x1.fma(w1, s11);
            s12 = x1.fma(w2, s12);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a2[k]);
            s20 = x2.fma(w0, s20);
            s21 = x2.fma(w1, s21);
            s22 = x2.fma(w2, s22);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a3[k]);
            s30 = x3.fma(w0, s30);
            s31 = x3.fma(w1, s31);
            s32 = x3.fma(w2, s32);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a4[k]);
            s40 = x4.fma(w0, s40);
            s41 = x4.fma(w1, s41);
            s42 = x4.fma(w2, s42);
        }
        float[] c0 = c[row];
        s00.intoArray(c0, column);
        s01.intoArray(c0, column + LANES);
        s02.intoArray(c0, column + 2 * LANES);
        float[] c1 = c[row + 1];
        s10.intoArray(c1, column);
        s11.intoArray(c1, column + LANES);
        s12.intoArray(c1, column + 2 * LANES);
        float[] c2 = c[row + 2];
        s20.intoArray(c2, column);
        s21.intoArray(c2, column + LANES);
        s22.intoArray(c2, column + 2 * LANES);
        float[] c3 = c[row + 3];
        s30.intoArray(c3, column);
        s31.intoArray(c3, column + LANES);
        s32.intoArray(c3, column + 2 * LANES);
        float[] c4 = c[row + 4];
        s40.intoArray(c4, column);
        s41.intoArray(c4, column + LANES);
        s42.intoArray(c4, column + 2 * LANES);
    }
}
