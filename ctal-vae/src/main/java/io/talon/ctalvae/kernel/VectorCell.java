// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * tanh and the LSTM's cell in vectors. Methods call nothing but the Vector API: C2 inlines that
 * always, a helper of ours only sometimes, and then its vectors live on the heap. Hence the same
 * quotient again and again.
 *
 * <p>Every tanh is a quotient n/d of two polynomials ({@link Tanh}), every σ(s) = ½ + ½ tanh(s/2)
 * is ½ (d+n)/d. Numerators and denominators stay apart and are divided once for the cell and once
 * for the output, not once per gate: a division costs as much as a dozen multiplications.
 *
 * <p>Limits are set on bits, as integers: the Vector API's minimum of floats minds NaN and −0 and
 * is five instructions. A negative float is a negative integer, less than any limit: one minimum
 * limits what is positive, another, with signs turned, what was negative.
 */
final class VectorCell {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int SIGN = 0x80000000;
    private static final int LIMIT = Float.floatToRawIntBits(Tanh.LIMIT);

    private VectorCell() {}

    static void tanh(float[] values, int count) {
        FloatVector p3 = FloatVector.broadcast(SPECIES, Tanh.P3);
        FloatVector p2 = FloatVector.broadcast(SPECIES, Tanh.P2);
        FloatVector p1 = FloatVector.broadcast(SPECIES, Tanh.P1);
        FloatVector p0 = FloatVector.broadcast(SPECIES, Tanh.P0);
        FloatVector q3 = FloatVector.broadcast(SPECIES, Tanh.Q3);
        FloatVector q2 = FloatVector.broadcast(SPECIES, Tanh.Q2);
        FloatVector q1 = FloatVector.broadcast(SPECIES, Tanh.Q1);
        FloatVector q0 = FloatVector.broadcast(SPECIES, Tanh.Q0);
        for (int u = 0; u < count; u += LANES) {
            IntVector xBits = FloatVector.fromArray(SPECIES, values, u).reinterpretAsInts();
            FloatVector x =
                    xBits.and(MAGNITUDE).min(LIMIT).or(xBits.and(SIGN)).reinterpretAsFloats();
            FloatVector x2 = x.mul(x);
            FloatVector xN = x2.fma(p3, p2).fma(x2, p1).fma(x2, p0).mul(x);
            FloatVector xD = x2.add(q3).fma(x2, q2).fma(x2, q1).fma(x2, q0);
            xN.div(xD).intoArray(values, u);
        }
    }

    /**
     * cell = σ(f) · cell + σ(i) · tanh(g), output = σ(o) · tanh(cell), row by row, as {@link
     * Kernel#cells} has it.
     *
     * <p>Three loops per row: the gates' quotients, the cell, the output. A processor has registers
     * for some 150 vectors that are under way. In one loop they soon all waited for a division at
     * the end of a long chain; chains of a third of the length overlap.
     */
    static void cells(
            int from,
            int to,
            int units,
            float[][] gates,
            float[][] inputs,
            float[] d,
            float[][] cells,
            float[][] outputs,
            int outputAt) {
        FloatVector p3 = FloatVector.broadcast(SPECIES, Tanh.P3);
        FloatVector p2 = FloatVector.broadcast(SPECIES, Tanh.P2);
        FloatVector p1 = FloatVector.broadcast(SPECIES, Tanh.P1);
        FloatVector p0 = FloatVector.broadcast(SPECIES, Tanh.P0);
        FloatVector q3 = FloatVector.broadcast(SPECIES, Tanh.Q3);
        FloatVector q2 = FloatVector.broadcast(SPECIES, Tanh.Q2);
        FloatVector q1 = FloatVector.broadcast(SPECIES, Tanh.Q1);
        FloatVector q0 = FloatVector.broadcast(SPECIES, Tanh.Q0);
        for (int row = from; row < to; row++) {
            float[] n = gates[row];
            float[] input = inputs[row];
            float[] cell = cells[row];
            float[] output = outputs[row];
            // Of every gate n/d = −tanh: the signs are turned to be limited, and stay so.
            for (int u = 0; u < 4 * units; u += LANES) {
                FloatVector sum =
                        FloatVector.fromArray(SPECIES, n, u)
                                .add(FloatVector.fromArray(SPECIES, input, u));
                IntVector side = sum.reinterpretAsInts().min(LIMIT);
                IntVector both = side.lanewise(VectorOperators.XOR, SIGN).min(LIMIT);
                FloatVector x = both.reinterpretAsFloats();
                FloatVector x2 = x.mul(x);
                FloatVector xN = x2.fma(p3, p2).fma(x2, p1).fma(x2, p0).mul(x);
                FloatVector xD = x2.add(q3).fma(x2, q2).fma(x2, q1).fma(x2, q0);
                xN.intoArray(n, u);
                xD.intoArray(d, u);
            }
            // (d−n)/2d of the gates i and f, n/d of g: their signs cancel each other.
            for (int u = 0; u < units; u += LANES) {
                FloatVector iD = FloatVector.fromArray(SPECIES, d, u);
                FloatVector fD = FloatVector.fromArray(SPECIES, d, units + u);
                FloatVector gD = FloatVector.fromArray(SPECIES, d, 2 * units + u);
                FloatVector iN = FloatVector.fromArray(SPECIES, n, u).sub(iD);
                FloatVector fN = fD.sub(FloatVector.fromArray(SPECIES, n, units + u));
                FloatVector gN = FloatVector.fromArray(SPECIES, n, 2 * units + u);
                FloatVector others = iD.mul(gD);
                FloatVector half = others.mul(fD);
                FloatVector kept = FloatVector.fromArray(SPECIES, cell, u).mul(others).mul(fN);
                iN.mul(gN).fma(fD, kept).div(half.add(half)).intoArray(cell, u);
            }
            for (int u = 0; u < units; u += LANES) {
                IntVector side =
                        FloatVector.fromArray(SPECIES, cell, u).reinterpretAsInts().min(LIMIT);
                IntVector both = side.lanewise(VectorOperators.XOR, SIGN).min(LIMIT);
                FloatVector c = both.reinterpretAsFloats();
                FloatVector c2 = c.mul(c);
                FloatVector cN = c2.fma(p3, p2).fma(c2, p1).fma(c2, p0).mul(c);
                FloatVector cD = c2.add(q3).fma(c2, q2).fma(c2, q1).fma(c2, q0);
                FloatVector oD = FloatVector.fromArray(SPECIES, d, 3 * units + u);
                FloatVector oN = FloatVector.fromArray(SPECIES, n, 3 * units + u).sub(oD);
                FloatVector half = oD.mul(cD);
                oN.mul(cN).div(half.add(half)).intoArray(output, outputAt + u);
            }
        }
    }
}
