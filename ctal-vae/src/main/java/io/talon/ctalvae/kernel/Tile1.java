// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** c = init + a · w for a tile of rows and a strip of w. */
final class Tile1 {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private Tile1() {}

    /**
     * c = init + a · strips for 5 rows: 5 sums stay in registers over the whole depth.
     *
     * @param strip the first of 1, and with it the column of init and c
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
        float[] a0 = a[row];
        float[] a1 = a[row + 1];
        float[] a2 = a[row + 2];
        float[] a3 = a[row + 3];
        float[] a4 = a[row + 4];
        float[] i0 = init[row];
        FloatVector s00 = FloatVector.fromArray(SPECIES, i0, column);
        float[] i1 = init[row + 1];
        FloatVector s10 = FloatVector.fromArray(SPECIES, i1, column);
        float[] i2 = init[row + 2];
        FloatVector s20 = FloatVector.fromArray(SPECIES, i2, column);
        float[] i3 = init[row + 3];
        FloatVector s30 = FloatVector.fromArray(SPECIES, i3, column);
        float[] i4 = init[row + 4];
        FloatVector s40 = FloatVector.fromArray(SPECIES, i4, column);
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, strip0, k * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a0[k]);
            s00 = x0.fma(w0, s00);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a1[k]);
            s10 = x1.fma(w0, s10);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a2[k]);
            s20 = x2.fma(w0, s20);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a3[k]);
            s30 = x3.fma(w0, s30);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a4[k]);
            s40 = x4.fma(w0, s40);
        }
        float[] c0 = c[row];
        s00.intoArray(c0, column);
        float[] c1 = c[row + 1];
        s10.intoArray(c1, column);
        float[] c2 = c[row + 2];
        s20.intoArray(c2, column);
        float[] c3 = c[row + 3];
        s30.intoArray(c3, column);
        float[] c4 = c[row + 4];
        s40.intoArray(c4, column);
    }
}
