// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Normalising and measuring rows in vectors. */
final class VectorRows {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorRows() {}

    static void normalise(
            PaddedStatistics statistics, float[] raw, int rawAt, float[] x, float[] present) {
        float limit = statistics.limit;
        for (int f = 0; f < statistics.median.length; f += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, raw, rawAt + f);
            FloatVector real = FloatVector.fromArray(SPECIES, statistics.real, f);
            VectorMask<Float> missing = value.test(VectorOperators.IS_NAN);
            FloatVector n =
                    value.sub(FloatVector.fromArray(SPECIES, statistics.median, f))
                            .mul(FloatVector.fromArray(SPECIES, statistics.inverse, f))
                            .max(-limit)
                            .min(limit)
                            .mul(real);
            n.blend(0f, missing).intoArray(x, f);
            real.blend(0f, missing).intoArray(present, f);
        }
    }

    static float squares(float[] x, int width) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < width; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            sum = v.fma(v, sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    static float sum(float[] x, int width) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < width; i += LANES) {
            sum = sum.add(FloatVector.fromArray(SPECIES, x, i));
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    static float differences(float[] x, float[] present, float[] y, int width) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < width; i += LANES) {
            FloatVector d =
                    FloatVector.fromArray(SPECIES, x, i)
                            .sub(FloatVector.fromArray(SPECIES, y, i))
                            .mul(FloatVector.fromArray(SPECIES, present, i));
            sum = d.fma(d, sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
