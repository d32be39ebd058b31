// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * tanh and the LSTM's cell in vectors, as short passes that call nothing but the Vector API: C2
 * inlines that always, a helper of ours only sometimes, and then its vectors live on the heap.
 */
final class VectorCell {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorCell() {}

    static void tanh(float[] values, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector x =
                    FloatVector.fromArray(SPECIES, values, i).max(-Tanh.LIMIT).min(Tanh.LIMIT);
            FloatVector s = x.mul(x);
            FloatVector p = FloatVector.broadcast(SPECIES, Tanh.P13);
            p = p.fma(s, FloatVector.broadcast(SPECIES, Tanh.P11));
            p = p.fma(s, FloatVector.broadcast(SPECIES, Tanh.P9));
            p = p.fma(s, FloatVector.broadcast(SPECIES, Tanh.P7));
            p = p.fma(s, FloatVector.broadcast(SPECIES, Tanh.P5));
            p = p.fma(s, FloatVector.broadcast(SPECIES, Tanh.P3));
            p = p.fma(s, FloatVector.broadcast(SPECIES, Tanh.P1));
            FloatVector q = FloatVector.broadcast(SPECIES, Tanh.Q6);
            q = q.fma(s, FloatVector.broadcast(SPECIES, Tanh.Q4));
            q = q.fma(s, FloatVector.broadcast(SPECIES, Tanh.Q2));
            q = q.fma(s, FloatVector.broadcast(SPECIES, Tanh.Q0));
            p.mul(x).div(q).intoArray(values, i);
        }
    }

    /** cell = i·g + f·cell, and a copy of it; σ(s) = ½ · tanh(s/2) + ½. */
    static void advance(int units, float[] gates, float[] cell, float[] copy) {
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        for (int u = 0; u < units; u += LANES) {
            FloatVector i = FloatVector.fromArray(SPECIES, gates, u).fma(half, half);
            FloatVector f = FloatVector.fromArray(SPECIES, gates, units + u).fma(half, half);
            FloatVector kept = f.mul(FloatVector.fromArray(SPECIES, cell, u));
            FloatVector c = FloatVector.fromArray(SPECIES, gates, 2 * units + u).fma(i, kept);
            c.intoArray(cell, u);
            c.intoArray(copy, u);
        }
    }

    /** output = o·output. */
    static void open(int units, float[] gates, float[] output) {
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        for (int u = 0; u < units; u += LANES) {
            FloatVector o = FloatVector.fromArray(SPECIES, gates, 3 * units + u).fma(half, half);
            o.mul(FloatVector.fromArray(SPECIES, output, u)).intoArray(output, u);
        }
    }
}
