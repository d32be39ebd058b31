// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * tanh and the LSTM's cell in vectors. Methods call nothing but the Vector API: C2 inlines that
 * always, a helper of ours only sometimes, and then its vectors live on the heap. Hence the same
 * quotient again and again, once per gate.
 *
 * <p>Every tanh is a quotient n/d of two polynomials ({@link Tanh}), every σ(s) = ½ + ½ tanh(s/2)
 * is ½ (d+n)/d. Numerators and denominators stay apart and are divided once for the cell and once
 * for the output, not once per gate: a division costs as much as a dozen multiplications.
 *
 * <p>Limits are set on the magnitude's bits, as integers, which order like the numbers they stand
 * for: the Vector API's minimum of floats minds NaN and −0 and is five instructions.
 */
final class VectorCell {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int SIGN = 0x80000000;
    private static final int LIMIT = Float.floatToRawIntBits(Tanh.LIMIT);

    private VectorCell() {}

    static void tanh(float[] values, int count) {
        FloatVector p4 = FloatVector.broadcast(SPECIES, Tanh.P4);
        FloatVector p3 = FloatVector.broadcast(SPECIES, Tanh.P3);
        FloatVector p2 = FloatVector.broadcast(SPECIES, Tanh.P2);
        FloatVector p1 = FloatVector.broadcast(SPECIES, Tanh.P1);
        FloatVector p0 = FloatVector.broadcast(SPECIES, Tanh.P0);
        FloatVector q4 = FloatVector.broadcast(SPECIES, Tanh.Q4);
        FloatVector q3 = FloatVector.broadcast(SPECIES, Tanh.Q3);
        FloatVector q2 = FloatVector.broadcast(SPECIES, Tanh.Q2);
        FloatVector q1 = FloatVector.broadcast(SPECIES, Tanh.Q1);
        FloatVector q0 = FloatVector.broadcast(SPECIES, Tanh.Q0);
        for (int u = 0; u < count; u += LANES) {
            IntVector xBits = FloatVector.fromArray(SPECIES, values, u).reinterpretAsInts();
            FloatVector x =
                    xBits.and(MAGNITUDE).min(LIMIT).or(xBits.and(SIGN)).reinterpretAsFloats();
            FloatVector x2 = x.mul(x);
            FloatVector xN = x2.fma(p4, p3).fma(x2, p2).fma(x2, p1).fma(x2, p0).mul(x);
            FloatVector xD = x2.fma(q4, q3).fma(x2, q2).fma(x2, q1).fma(x2, q0);
            xN.div(xD).intoArray(values, u);
        }
    }

    /**
     * cell = σ(f) · cell + σ(i) · tanh(g).
     *
     * @param gates sums of the gates i, f, g, o [4·units], those of i, f, o halved
     */
    static void advance(int units, float[] gates, float[] cell) {
        FloatVector p4 = FloatVector.broadcast(SPECIES, Tanh.P4);
        FloatVector p3 = FloatVector.broadcast(SPECIES, Tanh.P3);
        FloatVector p2 = FloatVector.broadcast(SPECIES, Tanh.P2);
        FloatVector p1 = FloatVector.broadcast(SPECIES, Tanh.P1);
        FloatVector p0 = FloatVector.broadcast(SPECIES, Tanh.P0);
        FloatVector q4 = FloatVector.broadcast(SPECIES, Tanh.Q4);
        FloatVector q3 = FloatVector.broadcast(SPECIES, Tanh.Q3);
        FloatVector q2 = FloatVector.broadcast(SPECIES, Tanh.Q2);
        FloatVector q1 = FloatVector.broadcast(SPECIES, Tanh.Q1);
        FloatVector q0 = FloatVector.broadcast(SPECIES, Tanh.Q0);
        for (int u = 0; u < units; u += LANES) {
            IntVector iBits = FloatVector.fromArray(SPECIES, gates, u).reinterpretAsInts();
            FloatVector i =
                    iBits.and(MAGNITUDE).min(LIMIT).or(iBits.and(SIGN)).reinterpretAsFloats();
            FloatVector i2 = i.mul(i);
            FloatVector iN = i2.fma(p4, p3).fma(i2, p2).fma(i2, p1).fma(i2, p0).mul(i);
            FloatVector iD = i2.fma(q4, q3).fma(i2, q2).fma(i2, q1).fma(i2, q0);
            IntVector fBits = FloatVector.fromArray(SPECIES, gates, units + u).reinterpretAsInts();
            FloatVector f =
                    fBits.and(MAGNITUDE).min(LIMIT).or(fBits.and(SIGN)).reinterpretAsFloats();
            FloatVector f2 = f.mul(f);
            FloatVector fN = f2.fma(p4, p3).fma(f2, p2).fma(f2, p1).fma(f2, p0).mul(f);
            FloatVector fD = f2.fma(q4, q3).fma(f2, q2).fma(f2, q1).fma(f2, q0);
            IntVector gBits =
                    FloatVector.fromArray(SPECIES, gates, 2 * units + u).reinterpretAsInts();
            FloatVector g =
                    gBits.and(MAGNITUDE).min(LIMIT).or(gBits.and(SIGN)).reinterpretAsFloats();
            FloatVector g2 = g.mul(g);
            FloatVector gN = g2.fma(p4, p3).fma(g2, p2).fma(g2, p1).fma(g2, p0).mul(g);
            FloatVector gD = g2.fma(q4, q3).fma(g2, q2).fma(g2, q1).fma(g2, q0);
            FloatVector others = iD.mul(gD);
            FloatVector kept = fD.add(fN).mul(FloatVector.fromArray(SPECIES, cell, u)).mul(others);
            FloatVector sum = iD.add(iN).mul(gN).fma(fD, kept);
            sum.mul(0.5f).div(others.mul(fD)).intoArray(cell, u);
        }
    }

    /** output = σ(o) · tanh(cell). */
    static void open(int units, float[] gates, float[] cell, float[] output, int outputAt) {
        FloatVector p4 = FloatVector.broadcast(SPECIES, Tanh.P4);
        FloatVector p3 = FloatVector.broadcast(SPECIES, Tanh.P3);
        FloatVector p2 = FloatVector.broadcast(SPECIES, Tanh.P2);
        FloatVector p1 = FloatVector.broadcast(SPECIES, Tanh.P1);
        FloatVector p0 = FloatVector.broadcast(SPECIES, Tanh.P0);
        FloatVector q4 = FloatVector.broadcast(SPECIES, Tanh.Q4);
        FloatVector q3 = FloatVector.broadcast(SPECIES, Tanh.Q3);
        FloatVector q2 = FloatVector.broadcast(SPECIES, Tanh.Q2);
        FloatVector q1 = FloatVector.broadcast(SPECIES, Tanh.Q1);
        FloatVector q0 = FloatVector.broadcast(SPECIES, Tanh.Q0);
        for (int u = 0; u < units; u += LANES) {
            IntVector oBits =
                    FloatVector.fromArray(SPECIES, gates, 3 * units + u).reinterpretAsInts();
            FloatVector o =
                    oBits.and(MAGNITUDE).min(LIMIT).or(oBits.and(SIGN)).reinterpretAsFloats();
            FloatVector o2 = o.mul(o);
            FloatVector oN = o2.fma(p4, p3).fma(o2, p2).fma(o2, p1).fma(o2, p0).mul(o);
            FloatVector oD = o2.fma(q4, q3).fma(o2, q2).fma(o2, q1).fma(o2, q0);
            IntVector cBits = FloatVector.fromArray(SPECIES, cell, u).reinterpretAsInts();
            FloatVector c =
                    cBits.and(MAGNITUDE).min(LIMIT).or(cBits.and(SIGN)).reinterpretAsFloats();
            FloatVector c2 = c.mul(c);
            FloatVector cN = c2.fma(p4, p3).fma(c2, p2).fma(c2, p1).fma(c2, p0).mul(c);
            FloatVector cD = c2.fma(q4, q3).fma(c2, q2).fma(c2, q1).fma(c2, q0);
            FloatVector opened = oD.add(oN).mul(0.5f).mul(cN);
            opened.div(oD.mul(cD)).intoArray(output, outputAt + u);
        }
    }
}
