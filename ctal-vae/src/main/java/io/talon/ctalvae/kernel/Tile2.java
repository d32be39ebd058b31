// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** c = a · w + bias for a tile of rows and 2 strips of w. */
final class Tile2 {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private Tile2() {}

    /**
     * 10 sums stay in registers over the whole depth.
     *
     * <p>Every row is an argument of its own. C2 keeps what it has no register for in vectors'
     * registers, and there are none to spare; arguments beyond the sixth already lie in memory. For
     * the same reason sums begin with 0 and not with the bias: a first value that they share is
     * moved about within the loop.
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
            float[] bias,
            int column,
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3,
            float[] c4) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s41 = FloatVector.zero(SPECIES);
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
        FloatVector b0 = FloatVector.fromArray(SPECIES, bias, column);
        FloatVector b1 = FloatVector.fromArray(SPECIES, bias, column + LANES);
        s00.add(b0).intoArray(c0, column);
        s01.add(b1).intoArray(c0, column + LANES);
        s10.add(b0).intoArray(c1, column);
        s11.add(b1).intoArray(c1, column + LANES);
        s20.add(b0).intoArray(c2, column);
        s21.add(b1).intoArray(c2, column + LANES);
        s30.add(b0).intoArray(c3, column);
        s31.add(b1).intoArray(c3, column + LANES);
        s40.add(b0).intoArray(c4, column);
        s41.add(b1).intoArray(c4, column + LANES);
    }
}
