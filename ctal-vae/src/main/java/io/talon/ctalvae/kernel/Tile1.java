// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** c = a · w + bias for a tile of rows and a strip of w. */
final class Tile1 {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private Tile1() {}

    /**
     * 5 sums stay in registers over the whole depth. Rows are arguments, and sums begin with 0, for
     * what {@link Tile2#rows5} says.
     *
     * @param column of bias and c where the strip begins
     */
    static void rows5(
            int depth,
            float[] a0,
            float[] a1,
            float[] a2,
            float[] a3,
            float[] a4,
            float[] strip0,
            float[] bias,
            int column,
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3,
            float[] c4) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
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
        FloatVector b0 = FloatVector.fromArray(SPECIES, bias, column);
        s00.add(b0).intoArray(c0, column);
        s10.add(b0).intoArray(c1, column);
        s20.add(b0).intoArray(c2, column);
        s30.add(b0).intoArray(c3, column);
        s40.add(b0).intoArray(c4, column);
    }
}
