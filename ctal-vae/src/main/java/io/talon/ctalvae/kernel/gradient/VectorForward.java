// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The LSTM's cell in vectors, forward. */
final class VectorForward {
    private static final VectorSpecies<Float> SPECIES = VectorProducts.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorForward() {}

    static void scale(int columns, float[] scale, float[] sums) {
        for (int j = 0; j < columns; j += LANES) {
            FloatVector.fromArray(SPECIES, sums, j)
                    .mul(FloatVector.fromArray(SPECIES, scale, j))
                    .intoArray(sums, j);
        }
    }

    static void scaleAndAdd(int columns, float[] scale, float[] offset, float[] sums) {
        for (int j = 0; j < columns; j += LANES) {
            FloatVector.fromArray(SPECIES, sums, j)
                    .mul(FloatVector.fromArray(SPECIES, scale, j))
                    .add(FloatVector.fromArray(SPECIES, offset, j))
                    .intoArray(sums, j);
        }
    }

    /** As {@link io.talon.ctalvae.matrix.Activation#tanh}, to the bit. */
    static void tanh(int count, float[] from, float[] to) {
        for (int j = 0; j < count; j += LANES) {
            FloatVector x =
                    FloatVector.fromArray(SPECIES, from, j).min(Squash.LIMIT).max(-Squash.LIMIT);
            FloatVector s = x.mul(x);
            FloatVector p = s.mul(Squash.P13).add(Squash.P11);
            p = p.mul(s).add(Squash.P9);
            p = p.mul(s).add(Squash.P7);
            p = p.mul(s).add(Squash.P5);
            p = p.mul(s).add(Squash.P3);
            p = p.mul(s).add(Squash.P1);
            FloatVector q = s.mul(Squash.Q6).add(Squash.Q4);
            q = q.mul(s).add(Squash.Q2);
            q = q.mul(s).add(Squash.Q0);
            x.mul(p).div(q).intoArray(to, j);
        }
    }

    /** cell = i·g + f·before. */
    static void advance(int units, float[] gates, float[] before, float[] cell) {
        for (int u = 0; u < units; u += LANES) {
            FloatVector admitted =
                    FloatVector.fromArray(SPECIES, gates, u)
                            .mul(FloatVector.fromArray(SPECIES, gates, 2 * units + u));
            FloatVector kept =
                    FloatVector.fromArray(SPECIES, gates, units + u)
                            .mul(FloatVector.fromArray(SPECIES, before, u));
            admitted.add(kept).intoArray(cell, u);
        }
    }

    /** output = o·squashed. */
    static void emit(int units, float[] gates, float[] squashed, float[] output) {
        for (int u = 0; u < units; u += LANES) {
            FloatVector.fromArray(SPECIES, gates, 3 * units + u)
                    .mul(FloatVector.fromArray(SPECIES, squashed, u))
                    .intoArray(output, u);
        }
    }
}
