// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.matrix.Activation;
import io.talon.ctalvae.matrix.Gemm;
import java.util.Arrays;

/**
 * Output and cell of an LSTM for one sequence, and what a step needs. Gate order i, f, g, o. Not
 * thread-safe.
 */
final class LstmState {
    private final int units;
    private final float[] gates;
    private final float[] input;
    private final float[] forget;
    private final float[] candidate;
    private final float[] out;
    private final float[] cell;
    private final float[] output;

    LstmState(int units) {
        this.units = units;
        this.gates = new float[4 * units];
        this.input = new float[units];
        this.forget = new float[units];
        this.candidate = new float[units];
        this.out = new float[units];
        this.cell = new float[units];
        this.output = new float[units];
    }

    void reset() {
        Arrays.fill(cell, 0);
        Arrays.fill(output, 0);
    }

    /** Where the input's part of all gates is put before a step [4·units]. */
    float[] gates() {
        return gates;
    }

    /** Output of the last step [units]. */
    float[] output() {
        return output;
    }

    void step(float[][] recurrent) {
        Gemm.addRow(output, recurrent, gates);
        System.arraycopy(gates, 0, input, 0, units);
        System.arraycopy(gates, units, forget, 0, units);
        System.arraycopy(gates, 2 * units, candidate, 0, units);
        System.arraycopy(gates, 3 * units, out, 0, units);
        Activation.sigmoid(input);
        Activation.sigmoid(forget);
        Activation.tanh(candidate);
        Activation.sigmoid(out);
        advance(input, candidate, forget, cell);
        System.arraycopy(cell, 0, output, 0, units);
        Activation.tanh(output);
        multiply(out, output);
    }

    private static void advance(float[] i, float[] g, float[] f, float[] cell) {
        for (int u = 0; u < cell.length; u++) {
            cell[u] = i[u] * g[u] + f[u] * cell[u];
        }
    }

    private static void multiply(float[] factor, float[] values) {
        for (int u = 0; u < values.length; u++) {
            values[u] *= factor[u];
        }
    }
}
