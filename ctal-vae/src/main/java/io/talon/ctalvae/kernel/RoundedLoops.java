// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/** For machines that cannot multiply and add in one instruction: every product is rounded. */
final class RoundedLoops implements PlainLoops {

    @Override
    public void add(int rows, float[][] a, int depth, float[][] w, int columns, float[][] c) {
        for (int row = 0; row < rows; row++) {
            addRow(a[row], depth, w, columns, c[row]);
        }
    }

    private static void addRow(float[] a, int depth, float[][] w, int columns, float[] c) {
        int k = 0;
        for (; k + 3 < depth; k += 4) {
            add4(
                    columns, a[k], a[k + 1], a[k + 2], a[k + 3], w[k], w[k + 1], w[k + 2], w[k + 3],
                    c);
        }
        for (; k < depth; k++) {
            add1(columns, a[k], w[k], c);
        }
    }

    /** Four rows of the weights at once: each sum is loaded and stored once for four products. */
    private static void add4(
            int columns,
            float a0,
            float a1,
            float a2,
            float a3,
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3,
            float[] c) {
        for (int j = 0; j < columns; j++) {
            c[j] += (a0 * w0[j] + a1 * w1[j]) + (a2 * w2[j] + a3 * w3[j]);
        }
    }

    private static void add1(int columns, float a, float[] w, float[] c) {
        for (int j = 0; j < columns; j++) {
            c[j] += a * w[j];
        }
    }

    @Override
    public void tanh(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            float x = Math.max(-Tanh.LIMIT, Math.min(Tanh.LIMIT, values[i]));
            float s = x * x;
            float p = Tanh.P2 + s * Tanh.P3;
            p = Tanh.P1 + s * p;
            p = Tanh.P0 + s * p;
            float q = Tanh.Q3 + s;
            q = Tanh.Q2 + s * q;
            q = Tanh.Q1 + s * q;
            q = Tanh.Q0 + s * q;
            values[i] = x * p / q;
        }
    }
}
