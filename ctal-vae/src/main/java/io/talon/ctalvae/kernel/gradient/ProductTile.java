// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** C += A · B for a tile of rows and two strips of columns; the sums stay in registers. */
final class ProductTile {
    private static final VectorSpecies<Float> SPECIES = VectorProducts.SPECIES;
    private static final int LANES = SPECIES.length();

    private ProductTile() {}

    /**
     * Six rows from {@code row} on. Where the last one comes sooner it is computed again and again,
     * to the same result.
     */
    static void rows6(
            int depth,
            float[][] a,
            int row,
            int last,
            float[] strip0,
            float[] strip1,
            float[][] c,
            int column) {
        int row1 = Math.min(row + 1, last);
        int row2 = Math.min(row + 2, last);
        int row3 = Math.min(row + 3, last);
        int row4 = Math.min(row + 4, last);
        int row5 = Math.min(row + 5, last);
        float[] a0 = a[row];
        float[] c0 = c[row];
        float[] a1 = a[row1];
        float[] c1 = c[row1];
        float[] a2 = a[row2];
        float[] c2 = c[row2];
        float[] a3 = a[row3];
        float[] c3 = c[row3];
        float[] a4 = a[row4];
        float[] c4 = c[row4];
        float[] a5 = a[row5];
        float[] c5 = c[row5];
        FloatVector s0 = FloatVector.fromArray(SPECIES, c0, column);
        FloatVector t0 = FloatVector.fromArray(SPECIES, c0, column + LANES);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c1, column);
        FloatVector t1 = FloatVector.fromArray(SPECIES, c1, column + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c2, column);
        FloatVector t2 = FloatVector.fromArray(SPECIES, c2, column + LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c3, column);
        FloatVector t3 = FloatVector.fromArray(SPECIES, c3, column + LANES);
        FloatVector s4 = FloatVector.fromArray(SPECIES, c4, column);
        FloatVector t4 = FloatVector.fromArray(SPECIES, c4, column + LANES);
        FloatVector s5 = FloatVector.fromArray(SPECIES, c5, column);
        FloatVector t5 = FloatVector.fromArray(SPECIES, c5, column + LANES);
        for (int k = 0; k < depth; k++) {
            FloatVector w = FloatVector.fromArray(SPECIES, strip0, k * LANES);
            FloatVector v = FloatVector.fromArray(SPECIES, strip1, k * LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a0[k]);
            s0 = x0.fma(w, s0);
            t0 = x0.fma(v, t0);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a1[k]);
            s1 = x1.fma(w, s1);
            t1 = x1.fma(v, t1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a2[k]);
            s2 = x2.fma(w, s2);
            t2 = x2.fma(v, t2);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a3[k]);
            s3 = x3.fma(w, s3);
            t3 = x3.fma(v, t3);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a4[k]);
            s4 = x4.fma(w, s4);
            t4 = x4.fma(v, t4);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a5[k]);
            s5 = x5.fma(w, s5);
            t5 = x5.fma(v, t5);
        }
        s0.intoArray(c0, column);
        t0.intoArray(c0, column + LANES);
        s1.intoArray(c1, column);
        t1.intoArray(c1, column + LANES);
        s2.intoArray(c2, column);
        t2.intoArray(c2, column + LANES);
        s3.intoArray(c3, column);
        t3.intoArray(c3, column + LANES);
        s4.intoArray(c4, column);
        t4.intoArray(c4, column + LANES);
        s5.intoArray(c5, column);
        t5.intoArray(c5, column + LANES);
    }
}
