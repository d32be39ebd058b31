// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

import java.util.Arrays;

/**
 * The kernel in plain loops, each simple enough for C2 to vectorise by itself. Runs on every JVM.
 */
public final class ScalarKernel implements Kernel {
    private final PlainLoops loops = HardwareFma.AVAILABLE ? new FusedLoops() : new RoundedLoops();

    @Override
    public String name() {
        return "scalar";
    }

    /** Row by row. */
    @Override
    public PackedMatrix pack(float[] flat, int depth, int columns) {
        return new PlainRows(flat, depth, columns);
    }

    @Override
    public Affine rest(float[] weight, float[] bias, int depth) {
        return new PackedAffine(pack(weight, depth, bias.length), bias);
    }

    @Override
    public AffineRoom room(int depth, int columns) {
        return new AffineRoom();
    }

    @Override
    public int padded(int columns) {
        return columns;
    }

    @Override
    public void multiply(
            int rows, float[][] a, int depth, PackedMatrix w, float[] bias, float[][] c) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(bias, 0, c[row], 0, w.columns);
        }
        loops.add(rows, a, depth, ((PlainRows) w).rows, Math.max(w.columns, Rows.WIDE), c);
    }

    @Override
    public void tanh(float[] values, int count) {
        loops.tanh(values, count);
    }

    @Override
    public void cells(
            int from,
            int to,
            int units,
            float[][] gates,
            float[][] inputs,
            float[] room,
            float[][] cells,
            float[][] outputs,
            int outputAt) {
        for (int row = from; row < to; row++) {
            cell(units, gates[row], inputs[row], cells[row], outputs[row], outputAt);
        }
    }

    private void cell(
            int units, float[] gates, float[] input, float[] cell, float[] output, int outputAt) {
        for (int u = 0; u < 4 * units; u++) {
            gates[u] += input[u];
        }
        loops.tanh(gates, 4 * units);
        for (int u = 0; u < units; u++) {
            float i = 0.5f * gates[u] + 0.5f;
            float f = 0.5f * gates[units + u] + 0.5f;
            cell[u] = i * gates[2 * units + u] + f * cell[u];
        }
        System.arraycopy(cell, 0, gates, 0, units);
        loops.tanh(gates, units);
        for (int u = 0; u < units; u++) {
            gates[u] *= 0.5f * gates[3 * units + u] + 0.5f;
        }
        System.arraycopy(gates, 0, output, outputAt, units);
    }

    @Override
    public void normalise(
            PaddedStatistics statistics, float[] raw, int rawAt, float[] x, float[] present) {
        normalise(
                statistics.width,
                statistics.median,
                statistics.inverse,
                statistics.limit,
                raw,
                rawAt,
                x);
        Arrays.fill(present, 0, statistics.width, 1);
        for (int f = 0; f < statistics.width; f++) {
            if (Float.isNaN(x[f])) {
                x[f] = 0;
                present[f] = 0;
            }
        }
    }

    /** Apart from what is missing, which stays no number: without a branch C2 vectorises it. */
    private static void normalise(
            int width,
            float[] median,
            float[] inverse,
            float limit,
            float[] raw,
            int rawAt,
            float[] x) {
        System.arraycopy(raw, rawAt, x, 0, width);
        for (int f = 0; f < width; f++) {
            x[f] = Math.max(-limit, Math.min(limit, (x[f] - median[f]) * inverse[f]));
        }
    }

    @Override
    public void errors(int width, float[] x, float[] present, float[] y, float[] sums) {
        double squares = 0;
        double count = 0;
        double errors = 0;
        for (int f = 0; f < width; f++) {
            double difference = ((double) x[f] - y[f]) * present[f];
            squares += (double) x[f] * x[f];
            count += present[f];
            errors += difference * difference;
        }
        sums[SQUARES] += (float) squares;
        sums[COUNT] += (float) count;
        sums[ERRORS] += (float) errors;
    }
}
