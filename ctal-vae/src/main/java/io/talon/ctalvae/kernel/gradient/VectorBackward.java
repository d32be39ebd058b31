// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The LSTM's cell in vectors, back. */
final class VectorBackward {
    private static final VectorSpecies<Float> SPECIES = VectorProducts.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1);

    private VectorBackward() {}

    /** cell += output · o · (1 − squashed²). */
    static void intoCell(int units, float[] gates, float[] squashed, float[] output, float[] cell) {
        for (int u = 0; u < units; u += LANES) {
            FloatVector s = FloatVector.fromArray(SPECIES, squashed, u);
            FloatVector o = FloatVector.fromArray(SPECIES, gates, 3 * units + u);
            FloatVector through =
                    FloatVector.fromArray(SPECIES, output, u).mul(o).mul(ONE.sub(s.mul(s)));
            FloatVector.fromArray(SPECIES, cell, u).add(through).intoArray(cell, u);
        }
    }

    /** The gate's sums = gradient · factor · gate · (1 − gate). */
    static void throughGate(
            int units,
            float[] gates,
            int at,
            float[] gradient,
            float[] factor,
            int factorAt,
            float[] sums) {
        for (int u = 0; u < units; u += LANES) {
            FloatVector gate = FloatVector.fromArray(SPECIES, gates, at + u);
            FloatVector.fromArray(SPECIES, gradient, u)
                    .mul(FloatVector.fromArray(SPECIES, factor, factorAt + u))
                    .mul(gate)
                    .mul(ONE.sub(gate))
                    .intoArray(sums, at + u);
        }
    }

    /** The candidate's sums = cell · i · (1 − g²). */
    static void throughCandidate(int units, float[] gates, float[] cell, float[] sums) {
        int at = 2 * units;
        for (int u = 0; u < units; u += LANES) {
            FloatVector g = FloatVector.fromArray(SPECIES, gates, at + u);
            FloatVector.fromArray(SPECIES, cell, u)
                    .mul(FloatVector.fromArray(SPECIES, gates, u))
                    .mul(ONE.sub(g.mul(g)))
                    .intoArray(sums, at + u);
        }
    }

    /** cell = cell · f. */
    static void before(int units, float[] gates, float[] cell) {
        for (int u = 0; u < units; u += LANES) {
            FloatVector.fromArray(SPECIES, cell, u)
                    .mul(FloatVector.fromArray(SPECIES, gates, units + u))
                    .intoArray(cell, u);
        }
    }
}
