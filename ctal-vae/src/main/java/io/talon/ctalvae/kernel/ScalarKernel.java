// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/**
 * The kernel in plain loops, each simple enough for C2 to vectorise by itself. Runs on every JVM.
 */
public final class ScalarKernel implements Kernel {

    @Override
    public String name() {
        return "scalar";
    }

    /** Row by row. */
    @Override
    public PackedMatrix pack(float[] flat, int depth, int columns) {
        return PackedMatrix.rows(flat, depth, columns);
    }

    @Override
    public void multiply(
            int rows, float[][] a, int depth, PackedMatrix w, float[][] init, float[][] c) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(init[row], 0, c[row], 0, w.columns);
            multiplyRow(a[row], depth, w, c[row]);
        }
    }

    private static void multiplyRow(float[] a, int depth, PackedMatrix w, float[] c) {
        float[][] rows = w.rows;
        int k = 0;
        for (; k + 3 < depth; k += 4) {
            add4(
                    a[k],
                    a[k + 1],
                    a[k + 2],
                    a[k + 3],
                    rows[k],
                    rows[k + 1],
                    rows[k + 2],
                    rows[k + 3],
                    c);
        }
        for (; k < depth; k++) {
            add1(a[k], rows[k], c);
        }
    }

    /** Four rows of the weights at once: each sum is loaded and stored once for four products. */
    private static void add4(
            float a0,
            float a1,
            float a2,
            float a3,
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3,
            float[] c) {
        for (int j = 0; j < w0.length; j++) {
            c[j] += (a0 * w0[j] + a1 * w1[j]) + (a2 * w2[j] + a3 * w3[j]);
        }
    }

    private static void add1(float a, float[] w, float[] c) {
        for (int j = 0; j < w.length; j++) {
            c[j] += a * w[j];
        }
    }

    @Override
    public void tanh(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = tanh(values[i]);
        }
    }

    private static float tanh(float value) {
        float x = Math.max(-Tanh.LIMIT, Math.min(Tanh.LIMIT, value));
        float s = x * x;
        float p = Tanh.P3 + s * Tanh.P4;
        p = Tanh.P2 + s * p;
        p = Tanh.P1 + s * p;
        p = Tanh.P0 + s * p;
        float q = Tanh.Q3 + s * Tanh.Q4;
        q = Tanh.Q2 + s * q;
        q = Tanh.Q1 + s * q;
        q = Tanh.Q0 + s * q;
        return x * p / q;
    }

    @Override
    public void cell(int units, float[] gates, float[] cell, float[] output, int outputAt) {
        tanh(gates, 4 * units);
        for (int u = 0; u < units; u++) {
            float i = 0.5f * gates[u] + 0.5f;
            float f = 0.5f * gates[units + u] + 0.5f;
            cell[u] = i * gates[2 * units + u] + f * cell[u];
        }
        System.arraycopy(cell, 0, gates, 0, units);
        tanh(gates, units);
        for (int u = 0; u < units; u++) {
            gates[u] *= 0.5f * gates[3 * units + u] + 0.5f;
        }
        System.arraycopy(gates, 0, output, outputAt, units);
    }

    @Override
    public void normalise(
            PaddedStatistics statistics, float[] raw, int rawAt, float[] x, float[] present) {
        for (int f = 0; f < statistics.width; f++) {
            float value = raw[rawAt + f];
            boolean missing = Float.isNaN(value);
            float n = (value - statistics.median[f]) * statistics.inverse[f];
            x[f] = missing ? 0 : Math.max(-statistics.limit, Math.min(statistics.limit, n));
            present[f] = missing ? 0 : 1;
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
