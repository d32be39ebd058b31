// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.kernel.gradient.Gates;
import io.talon.ctalvae.kernel.gradient.GradientKernel;
import io.talon.ctalvae.kernel.gradient.GradientRows;
import java.util.Arrays;

/**
 * An LSTM run over a batch, with what its backward pass needs. Rows are in descending order of
 * length, so that at every step the rows still running are the first ones. Gate order i, f, g, o.
 * Made once for batches of one size.
 */
final class LstmTape {
    private final GradientKernel kernel;
    private final FloatWeights.Tensor recurrent;
    private final int units;
    private final Gates opening;
    private final float[][][] gates = new float[Batch.STEPS][][];
    private final float[][][] cells = new float[Batch.STEPS][][];
    private final float[][][] squashed = new float[Batch.STEPS][][];
    private final float[][][] outputs = new float[Batch.STEPS][][];
    private final float[][] sums;
    private final float[] nothing;

    /**
     * @param recurrent [units × 4·units]
     */
    LstmTape(GradientKernel kernel, FloatWeights.Tensor recurrent, int rows) {
        this.kernel = kernel;
        this.recurrent = recurrent;
        this.units = recurrent.values().length;
        this.opening = new Gates(units);
        for (int t = 0; t < Batch.STEPS; t++) {
            gates[t] = GradientRows.gates(rows, units);
            cells[t] = GradientRows.zeros(rows, units);
            squashed[t] = GradientRows.zeros(rows, units);
            outputs[t] = GradientRows.zeros(rows, units);
        }
        this.sums = GradientRows.gates(rows, units);
        this.nothing = GradientRows.zeros(1, units)[0];
    }

    int units() {
        return units;
    }

    /** Where the input's part of a step's gates, bias included, is put before the step. */
    float[][] gates(int step) {
        return gates[step];
    }

    /**
     * Runs one step.
     *
     * @param active rows still running
     */
    void forward(int step, int active) {
        if (step > 0) {
            kernel.add(active, 4 * units, outputs[step - 1], recurrent.factor(), gates[step]);
        }
        for (int r = 0; r < active; r++) {
            kernel.open(opening, gates[step][r]);
            kernel.advance(
                    units,
                    gates[step][r],
                    before(step, r),
                    cells[step][r],
                    squashed[step][r],
                    outputs[step][r]);
        }
    }

    private float[] before(int step, int row) {
        return step == 0 ? nothing : cells[step - 1][row];
    }

    /** Outputs of a step [rows × units]. */
    float[][] output(int step) {
        return outputs[step];
    }

    /**
     * Takes gradients back over one step.
     *
     * @param outputGradient in: of this step's outputs; out: of the outputs of the step before
     *     [rows × units]
     * @param cellGradient in: of this step's cells from later steps; out: of the cells of the step
     *     before [rows × units]
     * @return gradient of the step's input [rows × 4·units], overwritten by the next call
     */
    float[][] backward(int step, int active, float[][] outputGradient, float[][] cellGradient) {
        for (int r = 0; r < active; r++) {
            kernel.retreat(
                    units,
                    gates[step][r],
                    before(step, r),
                    squashed[step][r],
                    outputGradient[r],
                    cellGradient[r],
                    sums[r]);
            Arrays.fill(outputGradient[r], 0);
        }
        if (step > 0) {
            kernel.add(active, units, sums, recurrent.transposed(), outputGradient);
            if (recurrent.gradient() != null) {
                kernel.addTransposed(
                        active, 4 * units, outputs[step - 1], sums, recurrent.gradient());
            }
        }
        return sums;
    }
}
