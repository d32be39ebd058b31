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

    /** One panel as wide as the matrix. */
    @Override
    public PackedMatrix pack(float[] flat, int depth, int columns) {
        return new PackedMatrix(flat, depth, columns);
    }

    @Override
    public void multiply(int rows, float[][] a, PackedMatrix w, float[][] init, float[][] c) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(init[row], 0, c[row], 0, w.columns);
            multiplyRow(a[row], w, c[row]);
        }
    }

    private static void multiplyRow(float[] a, PackedMatrix w, float[] c) {
        float[][] rows = w.rows;
        int k = 0;
        for (; k + 3 < w.depth; k += 4) {
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
        for (; k < w.depth; k++) {
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
        float p =
                x
                        * (Tanh.P1
                                + s
                                        * (Tanh.P3
                                                + s
                                                        * (Tanh.P5
                                                                + s
                                                                        * (Tanh.P7
                                                                                + s
                                                                                        * (Tanh.P9
                                                                                                + s
                                                                                                        * (Tanh
                                                                                                                        .P11
                                                                                                                + s
                                                                                                                        * Tanh
                                                                                                                                .P13))))));
        return p / (Tanh.Q0 + s * (Tanh.Q2 + s * (Tanh.Q4 + s * Tanh.Q6)));
    }

    @Override
    public void cell(int units, float[] gates, float[] cell, float[] output) {
        for (int u = 0; u < units; u++) {
            float i = 0.5f * gates[u] + 0.5f;
            float f = 0.5f * gates[units + u] + 0.5f;
            cell[u] = i * gates[2 * units + u] + f * cell[u];
        }
        System.arraycopy(cell, 0, output, 0, units);
        tanh(output, units);
        for (int u = 0; u < units; u++) {
            output[u] *= 0.5f * gates[3 * units + u] + 0.5f;
        }
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
    public void errors(int width, float[] x, float[] present, float[] y, double[] sums) {
        for (int f = 0; f < width; f++) {
            double difference = ((double) x[f] - y[f]) * present[f];
            sums[SQUARES] += (double) x[f] * x[f];
            sums[COUNT] += present[f];
            sums[ERRORS] += difference * difference;
        }
    }
}
