// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * How many multiply-adds one core can do at most: twelve independent sums in registers, more than
 * any machine needs to hide their latency (4 cycles, two a cycle), few enough for 16 registers. A
 * sum is what is added to: as a factor, C2 would copy what is added before every multiply-add, and
 * one in six would be lost.
 */
final class PeakContender implements Contender {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int ROUNDS = 100_000;

    /** Of one call. */
    static final double MULTIPLY_ADDS = 12.0 * ROUNDS * SPECIES.length();

    private float last;

    @Override
    public void score() {
        last += multiplyAdd();
    }

    private static float multiplyAdd() {
        FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector y = FloatVector.broadcast(SPECIES, 1e-3f);
        FloatVector a = y;
        FloatVector b = y;
        FloatVector c = y;
        FloatVector d = y;
        FloatVector e = y;
        FloatVector f = y;
        FloatVector g = y;
        FloatVector h = y;
        FloatVector i = y;
        FloatVector j = y;
        FloatVector k = y;
        FloatVector l = y;
        for (int round = 0; round < ROUNDS; round++) {
            a = x.fma(y, a);
            b = x.fma(y, b);
            c = x.fma(y, c);
            d = x.fma(y, d);
            e = x.fma(y, e);
            f = x.fma(y, f);
            g = x.fma(y, g);
            h = x.fma(y, h);
            i = x.fma(y, i);
            j = x.fma(y, j);
            k = x.fma(y, k);
            l = x.fma(y, l);
        }
        FloatVector low = a.add(b).add(c).add(d).add(e).add(f);
        FloatVector high = g.add(h).add(i).add(j).add(k).add(l);
        return low.add(high).reduceLanes(VectorOperators.ADD);
    }

    @Override
    public String toString() {
        return "peak, sum " + last;
    }
}
