// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** c = init + a · w for a tile of rows and 2 strips of w. */
final class Tile2 {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private Tile2() {}

    /**
     * c = init + a · strips for 5 rows: 10 sums stay in registers over the whole depth.
     *
     * @param strip the first of 2, and with it the column of init and c
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
        float[] a0 = a[row];
        float[] a1 = a[row + 1];
        float[] a2 = a[row + 2];
        float[] a3 = a[row + 3];
        float[] a4 = a[row + 4];
        float[] i0 = init[row];
        FloatVector s00 = FloatVector.fromArray(SPECIES, i0, column);
        FloatVector s01 = FloatVector.fromArray(SPECIES, i0, column + LANES);
        float[] i1 = init[row + 1];
        FloatVector s10 = FloatVector.fromArray(SPECIES, i1, column);
        FloatVector s11 = FloatVector.fromArray(SPECIES, i1, column + LANES);
        float[] i2 = init[row + 2];
        FloatVector s20 = FloatVector.fromArray(SPECIES, i2, column);
        FloatVector s21 = FloatVector.fromArray(SPECIES, i2, column + LANES);
        float[] i3 = init[row + 3];
        FloatVector s30 = FloatVector.fromArray(SPECIES, i3, column);
        FloatVector s31 = FloatVector.fromArray(SPECIES, i3, column + LANES);
        float[] i4 = init[row + 4];
        FloatVector s40 = FloatVector.fromArray(SPECIES, i4, column);
        FloatVector s41 = FloatVector.fromArray(SPECIES, i4, column + LANES);
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, strip0, k * LANES);
            FloatVector w1 = FloatVector.fromArray(SPECIES, strip1, k * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a0[k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a1[k]);
            s10 = x1.fma(w0, s10);
            s11 = x1.fma(w1, s11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a2[k]);
            s20 = x2.fma(w0, s20);
            s21 = x2.fma(w1, s21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a3[k]);
            s30 = x3.fma(w0, s30);
            s31 = x3.fma(w1, s31);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a4[k]);
            s40 = x4.fma(w0, s40);
            s41 = x4.fma(w1, s41);
        }
        float[] c0 = c[row];
        s00.intoArray(c0, column);
        s01.intoArray(c0, column + LANES);
        float[] c1 = c[row + 1];
        s10.intoArray(c1, column);
        s11.intoArray(c1, column + LANES);
        float[] c2 = c[row + 2];
        s20.intoArray(c2, column);
        s21.intoArray(c2, column + LANES);
        float[] c3 = c[row + 3];
        s30.intoArray(c3, column);
        s31.intoArray(c3, column + LANES);
        float[] c4 = c[row + 4];
        s40.intoArray(c4, column);
        s41.intoArray(c4, column + LANES);
    }
}
