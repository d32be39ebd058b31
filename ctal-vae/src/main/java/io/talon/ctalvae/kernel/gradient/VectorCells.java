// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * In vectors, as short passes that call nothing but the Vector API: C2 gives up on large methods
 * and then keeps its vectors on the heap. Products are in the order of the plain loops.
 */
final class VectorCells implements Cells {
    private static final VectorSpecies<Float> SPECIES = VectorProducts.SPECIES;
    private static final int LANES = SPECIES.length();

    @Override
    public void addRow(int columns, float[] row, float[] sum) {
        for (int j = 0; j < columns; j += LANES) {
            FloatVector.fromArray(SPECIES, sum, j)
                    .add(FloatVector.fromArray(SPECIES, row, j))
                    .intoArray(sum, j);
        }
    }

    @Override
    public void open(Gates gates, float[] sums) {
        VectorForward.scale(gates.columns, gates.scale, sums);
        VectorForward.tanh(gates.columns, sums, sums);
        VectorForward.scaleAndAdd(gates.columns, gates.scale, gates.offset, sums);
    }

    @Override
    public void advance(
            int units,
            float[] gates,
            float[] before,
            float[] cell,
            float[] squashed,
            float[] output) {
        VectorForward.advance(units, gates, before, cell);
        VectorForward.tanh(units, cell, squashed);
        VectorForward.emit(units, gates, squashed, output);
    }

    /** A gate's last vector reaches into the next gate: hence gate by gate, from left to right. */
    @Override
    public void retreat(
            int units,
            float[] gates,
            float[] before,
            float[] squashed,
            float[] output,
            float[] cell,
            float[] sums) {
        VectorBackward.intoCell(units, gates, squashed, output, cell);
        VectorBackward.throughGate(units, gates, 0, cell, gates, 2 * units, sums);
        VectorBackward.throughGate(units, gates, units, cell, before, 0, sums);
        VectorBackward.throughCandidate(units, gates, cell, sums);
        VectorBackward.throughGate(units, gates, 3 * units, output, squashed, 0, sums);
        VectorBackward.before(units, gates, cell);
    }
}
