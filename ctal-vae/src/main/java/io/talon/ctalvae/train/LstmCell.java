// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.matrix.Activation;
import java.util.Arrays;

/** One row of one LSTM step, forward and back. All arrays are [units]. */
final class LstmCell {
    private final float[] input;
    private final float[] forget;
    private final float[] candidate;
    private final float[] out;
    private final float[] before;
    private final float[] cell;
    private final float[] squashed;

    /**
     * Runs the step.
     *
     * @param gates sums of all gates, i, f, g, o [4·units]
     * @param previous the step before, or null
     */
    LstmCell(float[] gates, int units, LstmCell previous) {
        input = Arrays.copyOfRange(gates, 0, units);
        forget = Arrays.copyOfRange(gates, units, 2 * units);
        candidate = Arrays.copyOfRange(gates, 2 * units, 3 * units);
        out = Arrays.copyOfRange(gates, 3 * units, 4 * units);
        before = previous == null ? new float[units] : previous.cell;
        Activation.sigmoid(input);
        Activation.sigmoid(forget);
        Activation.tanh(candidate);
        Activation.sigmoid(out);
        cell = new float[units];
        advance(input, candidate, forget, before, cell);
        squashed = cell.clone();
        Activation.tanh(squashed);
    }

    private static void advance(float[] i, float[] g, float[] f, float[] before, float[] cell) {
        for (int u = 0; u < cell.length; u++) {
            cell[u] = i[u] * g[u] + f[u] * before[u];
        }
    }

    float[] output() {
        float[] output = new float[out.length];
        multiply(out, squashed, output);
        return output;
    }

    private static void multiply(float[] a, float[] b, float[] product) {
        for (int u = 0; u < product.length; u++) {
            product[u] = a[u] * b[u];
        }
    }

    /**
     * @param output gradient of the output
     * @param cellGradient in: of the cell from later steps; out: of the cell of the step before
     * @return gradient of the sums of all gates [4·units]
     */
    float[] backward(float[] output, float[] cellGradient) {
        int units = out.length;
        float[] i = new float[units];
        float[] f = new float[units];
        float[] g = new float[units];
        float[] o = new float[units];
        throughOutput(output, out, squashed, o, cellGradient);
        throughGate(cellGradient, candidate, input, i);
        throughGate(cellGradient, before, forget, f);
        throughCandidate(cellGradient, input, candidate, g);
        multiply(cellGradient.clone(), forget, cellGradient);
        float[] all = Arrays.copyOf(i, 4 * units);
        System.arraycopy(f, 0, all, units, units);
        System.arraycopy(g, 0, all, 2 * units, units);
        System.arraycopy(o, 0, all, 3 * units, units);
        return all;
    }

    private static void throughOutput(
            float[] output, float[] gate, float[] squashed, float[] gradient, float[] cell) {
        for (int u = 0; u < gate.length; u++) {
            gradient[u] = output[u] * squashed[u] * gate[u] * (1 - gate[u]);
            cell[u] += output[u] * gate[u] * (1 - squashed[u] * squashed[u]);
        }
    }

    private static void throughGate(float[] cell, float[] factor, float[] gate, float[] gradient) {
        for (int u = 0; u < gate.length; u++) {
            gradient[u] = cell[u] * factor[u] * gate[u] * (1 - gate[u]);
        }
    }

    private static void throughCandidate(
            float[] cell, float[] gate, float[] candidate, float[] gradient) {
        for (int u = 0; u < gate.length; u++) {
            gradient[u] = cell[u] * gate[u] * (1 - candidate[u] * candidate[u]);
        }
    }
}
