// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** c = a · w + bias for a tile of rows and 3 strips of w. */
final class Tile3 {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private Tile3() {}

    /**
     * 15 sums stay in registers over the whole depth. Rows are arguments, and sums begin with 0,
     * for what {@link Tile2#rows5} says.
     *
     * @param column of bias and c where the strips begin
     */
    static void rows5(
            int depth,
            float[] a0,
            float[] a1,
            float[] a2,
            float[] a3,
            float[] a4,
            float[] strip0,
            float[] strip1,
            float[] strip2,
            float[] bias,
            int column,
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3,
            float[] c4) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s12 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s22 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s32 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s41 = FloatVector.zero(SPECIES);
        FloatVector s42 = FloatVector.zero(SPECIES);
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
        FloatVector b0 = FloatVector.fromArray(SPECIES, bias, column);
        FloatVector b1 = FloatVector.fromArray(SPECIES, bias, column + LANES);
        FloatVector b2 = FloatVector.fromArray(SPECIES, bias, column + 2 * LANES);
        s00.add(b0).intoArray(c0, column);
        s01.add(b1).intoArray(c0, column + LANES);
        s02.add(b2).intoArray(c0, column + 2 * LANES);
        s10.add(b0).intoArray(c1, column);
        s11.add(b1).intoArray(c1, column + LANES);
        s12.add(b2).intoArray(c1, column + 2 * LANES);
        s20.add(b0).intoArray(c2, column);
        s21.add(b1).intoArray(c2, column + LANES);
        s22.add(b2).intoArray(c2, column + 2 * LANES);
        s30.add(b0).intoArray(c3, column);
        s31.add(b1).intoArray(c3, column + LANES);
        s32.add(b2).intoArray(c3, column + 2 * LANES);
        s40.add(b0).intoArray(c4, column);
        s41.add(b1).intoArray(c4, column + LANES);
        s42.add(b2).intoArray(c4, column + 2 * LANES);
    }
}
