// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Normalising and measuring rows in vectors. */
final class VectorRows {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);
    private static final int LANES = SPECIES.length();
    private static final int UPPER = 0xffff0000;
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int SIGN = 0x80000000;
    private static final int INFINITY = 0x7f800000;
    private static final int ONE = Float.floatToRawIntBits(1);

    private VectorRows() {}

    /** Works on bits where the Vector API's masks and minima would cost several instructions. */
    static void normalise(
            PaddedStatistics statistics, float[] raw, int rawAt, float[] x, float[] present) {
        int limit = Float.floatToRawIntBits(statistics.limit);
        float[] median = statistics.median;
        float[] inverse = statistics.inverse;
        for (int f = 0; f < median.length; f += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, raw, rawAt + f);
            // No number where the value is none, nor in the filling, whose medians are none.
            IntVector bits =
                    value.sub(FloatVector.fromArray(SPECIES, median, f))
                            .mul(FloatVector.fromArray(SPECIES, inverse, f))
                            .reinterpretAsInts();
            IntVector magnitude = bits.and(MAGNITUDE);
            IntVector limited = magnitude.min(limit).or(bits.and(SIGN));
            // All ones unless it is no number: those have greater bits than infinity.
            IntVector there = magnitude.sub(INFINITY + 1).lanewise(VectorOperators.ASHR, 31);
            limited.and(there).reinterpretAsFloats().intoArray(x, f);
            there.and(ONE).reinterpretAsFloats().intoArray(present, f);
        }
    }

    /** A row is summed up before it is added: no lane sums up many terms one by one. */
    static void errors(int width, float[] x, float[] present, float[] y, float[] sums) {
        FloatVector squares = FloatVector.zero(SPECIES);
        FloatVector count = FloatVector.zero(SPECIES);
        FloatVector errors = FloatVector.zero(SPECIES);
        for (int f = 0; f < width; f += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, f);
            FloatVector p = FloatVector.fromArray(SPECIES, present, f);
            FloatVector d = v.sub(FloatVector.fromArray(SPECIES, y, f)).mul(p);
            squares = v.fma(v, squares);
            count = count.add(p);
            errors = d.fma(d, errors);
        }
        squares.add(FloatVector.fromArray(SPECIES, sums, Kernel.SQUARES))
                .intoArray(sums, Kernel.SQUARES);
        count.add(FloatVector.fromArray(SPECIES, sums, Kernel.COUNT)).intoArray(sums, Kernel.COUNT);
        errors.add(FloatVector.fromArray(SPECIES, sums, Kernel.ERRORS))
                .intoArray(sums, Kernel.ERRORS);
    }

    /**
     * Makes floats of 16 bits each: even = unit · lower half, odd = unit · upper half. Left in the
     * upper bits of an int, a half is 65,536 times itself: that is in the unit. Exact.
     *
     * @param halves [depth × lanes]
     * @param even receives [depth × lanes]
     * @param odd receives [depth × lanes]
     */
    static void widen(int[] halves, int depth, float unit, float[] even, float[] odd) {
        for (int k = 0; k < depth; k++) {
            int i = k * LANES;
            IntVector both = IntVector.fromArray(INTS, halves, i);
            IntVector lower = both.lanewise(VectorOperators.LSHL, 16);
            IntVector upper = both.and(UPPER);
            ((FloatVector) lower.convert(VectorOperators.I2F, 0)).mul(unit).intoArray(even, i);
            ((FloatVector) upper.convert(VectorOperators.I2F, 0)).mul(unit).intoArray(odd, i);
        }
    }
}
