// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.matrix.Gemm;
import java.util.Arrays;

/**
 * An LSTM run over a batch, with what its backward pass needs. Rows are in descending order of
 * length, so that at every step the rows still running are the first ones. Gate order i, f, g, o.
 */
final class LstmTape {
    private final int units;
    private final float[][] recurrent;
    private final float[][] recurrentTransposed;
    private final LstmCell[][] cells;
    private final float[][][] outputs;

    /**
     * @param recurrent [units × 4·units]
     */
    LstmTape(int steps, float[][] recurrent) {
        this.units = recurrent.length;
        this.recurrent = recurrent;
        this.recurrentTransposed = Gemm.transpose(recurrent);
        this.cells = new LstmCell[steps][];
        this.outputs = new float[steps][][];
    }

    /**
     * Runs one step.
     *
     * @param active rows still running
     * @param input their part of all gates, bias included [active × 4·units]; overwritten
     */
    void forward(int step, int active, float[][] input) {
        if (step > 0) {
            Gemm.add(active, outputs[step - 1], recurrent, input);
        }
        cells[step] = new LstmCell[active];
        outputs[step] = new float[active][];
        for (int r = 0; r < active; r++) {
            cells[step][r] = new LstmCell(input[r], units, step == 0 ? null : cells[step - 1][r]);
            outputs[step][r] = cells[step][r].output();
        }
    }

    /** Outputs of a step [active × units]. */
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
     * @param recurrentGradient receives the sum for the recurrent matrix, or null if it is not
     *     wanted
     * @return gradient of the step's input [active × 4·units]
     */
    float[][] backward(
            int step,
            int active,
            float[][] outputGradient,
            float[][] cellGradient,
            float[][] recurrentGradient) {
        float[][] input = new float[active][];
        for (int r = 0; r < active; r++) {
            input[r] = cells[step][r].backward(outputGradient[r], cellGradient[r]);
            Arrays.fill(outputGradient[r], 0);
        }
        if (step > 0) {
            Gemm.add(active, input, recurrentTransposed, outputGradient);
            if (recurrentGradient != null) {
                Gemm.addTransposed(active, outputs[step - 1], input, recurrentGradient);
            }
        }
        return input;
    }
}
