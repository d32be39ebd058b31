// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * c = init + a · panels for a single row: several panels at once, so that enough sums are under way
 * to hide the latency of a multiply-add (4 cycles, two a cycle: 8).
 */
final class RowTile {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private RowTile() {}

    /** 4 panels of 2 vectors: 8 sums at once. */
    static void four2(
            int depth, float[] a, float[] w, int w0, float[] init, float[] c, int column) {
        int w1 = w0 + 2 * LANES * depth;
        int w2 = w1 + 2 * LANES * depth;
        int w3 = w2 + 2 * LANES * depth;
        FloatVector s0 = FloatVector.fromArray(SPECIES, init, column);
        FloatVector s1 = FloatVector.fromArray(SPECIES, init, column + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, init, column + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, init, column + 3 * LANES);
        FloatVector s4 = FloatVector.fromArray(SPECIES, init, column + 4 * LANES);
        FloatVector s5 = FloatVector.fromArray(SPECIES, init, column + 5 * LANES);
        FloatVector s6 = FloatVector.fromArray(SPECIES, init, column + 6 * LANES);
        FloatVector s7 = FloatVector.fromArray(SPECIES, init, column + 7 * LANES);
        for (int k = 0, p = 0; k < depth; k++, p += 2 * LANES) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[k]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p + LANES), s1);
            s2 = x.fma(FloatVector.fromArray(SPECIES, w, w1 + p), s2);
            s3 = x.fma(FloatVector.fromArray(SPECIES, w, w1 + p + LANES), s3);
            s4 = x.fma(FloatVector.fromArray(SPECIES, w, w2 + p), s4);
            s5 = x.fma(FloatVector.fromArray(SPECIES, w, w2 + p + LANES), s5);
            s6 = x.fma(FloatVector.fromArray(SPECIES, w, w3 + p), s6);
            s7 = x.fma(FloatVector.fromArray(SPECIES, w, w3 + p + LANES), s7);
        }
        s0.intoArray(c, column);
        s1.intoArray(c, column + LANES);
        s2.intoArray(c, column + 2 * LANES);
        s3.intoArray(c, column + 3 * LANES);
        s4.intoArray(c, column + 4 * LANES);
        s5.intoArray(c, column + 5 * LANES);
        s6.intoArray(c, column + 6 * LANES);
        s7.intoArray(c, column + 7 * LANES);
    }

    /** 2 panels of 2 vectors: 4 sums at once. */
    static void two2(int depth, float[] a, float[] w, int w0, float[] init, float[] c, int column) {
        int w1 = w0 + 2 * LANES * depth;
        FloatVector s0 = FloatVector.fromArray(SPECIES, init, column);
        FloatVector s1 = FloatVector.fromArray(SPECIES, init, column + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, init, column + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, init, column + 3 * LANES);
        for (int k = 0, p = 0; k < depth; k++, p += 2 * LANES) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[k]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p + LANES), s1);
            s2 = x.fma(FloatVector.fromArray(SPECIES, w, w1 + p), s2);
            s3 = x.fma(FloatVector.fromArray(SPECIES, w, w1 + p + LANES), s3);
        }
        s0.intoArray(c, column);
        s1.intoArray(c, column + LANES);
        s2.intoArray(c, column + 2 * LANES);
        s3.intoArray(c, column + 3 * LANES);
    }

    /** 1 panels of 2 vectors: 2 sums at once. */
    static void one2(int depth, float[] a, float[] w, int w0, float[] init, float[] c, int column) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, init, column);
        FloatVector s1 = FloatVector.fromArray(SPECIES, init, column + LANES);
        for (int k = 0, p = 0; k < depth; k++, p += 2 * LANES) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[k]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p + LANES), s1);
        }
        s0.intoArray(c, column);
        s1.intoArray(c, column + LANES);
    }

    /** 2 panels of 3 vectors: 6 sums at once. */
    static void two3(int depth, float[] a, float[] w, int w0, float[] init, float[] c, int column) {
        int w1 = w0 + 3 * LANES * depth;
        FloatVector s0 = FloatVector.fromArray(SPECIES, init, column);
        FloatVector s1 = FloatVector.fromArray(SPECIES, init, column + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, init, column + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, init, column + 3 * LANES);
        FloatVector s4 = FloatVector.fromArray(SPECIES, init, column + 4 * LANES);
        FloatVector s5 = FloatVector.fromArray(SPECIES, init, column + 5 * LANES);
        for (int k = 0, p = 0; k < depth; k++, p += 3 * LANES) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[k]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p + LANES), s1);
            s2 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p + 2 * LANES), s2);
            s3 = x.fma(FloatVector.fromArray(SPECIES, w, w1 + p), s3);
            s4 = x.fma(FloatVector.fromArray(SPECIES, w, w1 + p + LANES), s4);
            s5 = x.fma(FloatVector.fromArray(SPECIES, w, w1 + p + 2 * LANES), s5);
        }
        s0.intoArray(c, column);
        s1.intoArray(c, column + LANES);
        s2.intoArray(c, column + 2 * LANES);
        s3.intoArray(c, column + 3 * LANES);
        s4.intoArray(c, column + 4 * LANES);
        s5.intoArray(c, column + 5 * LANES);
    }

    /** 1 panels of 3 vectors: 3 sums at once. */
    static void one3(int depth, float[] a, float[] w, int w0, float[] init, float[] c, int column) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, init, column);
        FloatVector s1 = FloatVector.fromArray(SPECIES, init, column + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, init, column + 2 * LANES);
        for (int k = 0, p = 0; k < depth; k++, p += 3 * LANES) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[k]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p + LANES), s1);
            s2 = x.fma(FloatVector.fromArray(SPECIES, w, w0 + p + 2 * LANES), s2);
        }
        s0.intoArray(c, column);
        s1.intoArray(c, column + LANES);
        s2.intoArray(c, column + 2 * LANES);
    }
}
