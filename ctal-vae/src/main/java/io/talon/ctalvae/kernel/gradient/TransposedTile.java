// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** C += Aᵀ · B for a tile of C: some rows by two vectors of columns, which stay in registers. */
final class TransposedTile {
    private static final VectorSpecies<Float> SPECIES = VectorProducts.SPECIES;
    private static final int LANES = SPECIES.length();

    private TransposedTile() {}

    /**
     * Five rows of C, columns of A. Beyond the last one that is computed again and again, to the
     * same result.
     */
    static void rows5(int rows, float[][] a, float[][] b, float[][] c, int i, int column) {
        int i1 = Math.min(i + 1, c.length - 1);
        int i2 = Math.min(i + 2, c.length - 1);
        int i3 = Math.min(i + 3, c.length - 1);
        int i4 = Math.min(i + 4, c.length - 1);
        float[] c0 = c[i];
        float[] c1 = c[i1];
        float[] c2 = c[i2];
        float[] c3 = c[i3];
        float[] c4 = c[i4];
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
        for (int p = 0; p < rows; p++) {
            float[] x = a[p];
            float[] y = b[p];
            FloatVector w = FloatVector.fromArray(SPECIES, y, column);
            FloatVector v = FloatVector.fromArray(SPECIES, y, column + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[i]);
            s0 = x0.fma(w, s0);
            t0 = x0.fma(v, t0);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[i1]);
            s1 = x1.fma(w, s1);
            t1 = x1.fma(v, t1);
            FloatVector x2 = FloatVector.broadcast(SPECIES, x[i2]);
            s2 = x2.fma(w, s2);
            t2 = x2.fma(v, t2);
            FloatVector x3 = FloatVector.broadcast(SPECIES, x[i3]);
            s3 = x3.fma(w, s3);
            t3 = x3.fma(v, t3);
            FloatVector x4 = FloatVector.broadcast(SPECIES, x[i4]);
            s4 = x4.fma(w, s4);
            t4 = x4.fma(v, t4);
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
    }
}
