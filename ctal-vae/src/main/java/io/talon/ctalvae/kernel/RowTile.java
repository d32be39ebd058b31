// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * c = a · w + bias for a single row: several strips at once, so that enough sums are under way to
 * hide the latency of a multiply-add (4 cycles, two a cycle: 8).
 */
final class RowTile {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private RowTile() {}

    static void multiply(int depth, float[] a, float[][] strips, float[] bias, float[] c) {
        int strip = 0;
        for (; strip + 8 <= strips.length; strip += 8) {
            strips8(depth, a, strips, strip, bias, c);
        }
        for (; strip + 2 <= strips.length; strip += 2) {
            strips2(depth, a, strips, strip, bias, c);
        }
        if (strip < strips.length) {
            strips1(depth, a, strips, strip, bias, c);
        }
    }

    /** 8 strips at once, from one on. */
    static void strips8(
            int depth, float[] a, float[][] strips, int strip, float[] bias, float[] c) {
        int column = strip * LANES;
        float[] strip0 = strips[strip];
        FloatVector s0 = FloatVector.zero(SPECIES);
        float[] strip1 = strips[strip + 1];
        FloatVector s1 = FloatVector.zero(SPECIES);
        float[] strip2 = strips[strip + 2];
        FloatVector s2 = FloatVector.zero(SPECIES);
        float[] strip3 = strips[strip + 3];
        FloatVector s3 = FloatVector.zero(SPECIES);
        float[] strip4 = strips[strip + 4];
        FloatVector s4 = FloatVector.zero(SPECIES);
        float[] strip5 = strips[strip + 5];
        FloatVector s5 = FloatVector.zero(SPECIES);
        float[] strip6 = strips[strip + 6];
        FloatVector s6 = FloatVector.zero(SPECIES);
        float[] strip7 = strips[strip + 7];
        FloatVector s7 = FloatVector.zero(SPECIES);
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[k]);
            int at = k * LANES;
            s0 = x.fma(FloatVector.fromArray(SPECIES, strip0, at), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, strip1, at), s1);
            s2 = x.fma(FloatVector.fromArray(SPECIES, strip2, at), s2);
            s3 = x.fma(FloatVector.fromArray(SPECIES, strip3, at), s3);
            s4 = x.fma(FloatVector.fromArray(SPECIES, strip4, at), s4);
            s5 = x.fma(FloatVector.fromArray(SPECIES, strip5, at), s5);
            s6 = x.fma(FloatVector.fromArray(SPECIES, strip6, at), s6);
            s7 = x.fma(FloatVector.fromArray(SPECIES, strip7, at), s7);
        }
        s0.add(FloatVector.fromArray(SPECIES, bias, column)).intoArray(c, column);
        s1.add(FloatVector.fromArray(SPECIES, bias, column + LANES)).intoArray(c, column + LANES);
        s2.add(FloatVector.fromArray(SPECIES, bias, column + 2 * LANES))
                .intoArray(c, column + 2 * LANES);
        s3.add(FloatVector.fromArray(SPECIES, bias, column + 3 * LANES))
                .intoArray(c, column + 3 * LANES);
        s4.add(FloatVector.fromArray(SPECIES, bias, column + 4 * LANES))
                .intoArray(c, column + 4 * LANES);
        s5.add(FloatVector.fromArray(SPECIES, bias, column + 5 * LANES))
                .intoArray(c, column + 5 * LANES);
        s6.add(FloatVector.fromArray(SPECIES, bias, column + 6 * LANES))
                .intoArray(c, column + 6 * LANES);
        s7.add(FloatVector.fromArray(SPECIES, bias, column + 7 * LANES))
                .intoArray(c, column + 7 * LANES);
    }

    /** 2 strips at once, from one on. */
    static void strips2(
            int depth, float[] a, float[][] strips, int strip, float[] bias, float[] c) {
        int column = strip * LANES;
        float[] strip0 = strips[strip];
        FloatVector s0 = FloatVector.zero(SPECIES);
        float[] strip1 = strips[strip + 1];
        FloatVector s1 = FloatVector.zero(SPECIES);
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[k]);
            int at = k * LANES;
            s0 = x.fma(FloatVector.fromArray(SPECIES, strip0, at), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, strip1, at), s1);
        }
        s0.add(FloatVector.fromArray(SPECIES, bias, column)).intoArray(c, column);
        s1.add(FloatVector.fromArray(SPECIES, bias, column + LANES)).intoArray(c, column + LANES);
    }

    /** 1 strips at once, from one on. */
    static void strips1(
            int depth, float[] a, float[][] strips, int strip, float[] bias, float[] c) {
        int column = strip * LANES;
        float[] strip0 = strips[strip];
        FloatVector s0 = FloatVector.zero(SPECIES);
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[k]);
            int at = k * LANES;
            s0 = x.fma(FloatVector.fromArray(SPECIES, strip0, at), s0);
        }
        s0.add(FloatVector.fromArray(SPECIES, bias, column)).intoArray(c, column);
    }
}
