// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/**
 * Two rows of sums by three rows of weights at a time: a weight is read once for two products, a
 * sum is read and written once for three. C2 (JDK 17) vectorises that wherever it is inlined; loops
 * of more products it does so only sometimes. The outermost loop is over the weights: they stay in
 * the first-level cache while all rows of sums pass.
 */
final class FusedLoops implements PlainLoops {

    @Override
    public void add(int rows, float[][] a, int depth, float[][] w, int columns, float[][] c) {
        int paired = rows & ~1;
        int k = 0;
        for (; k + 2 < depth; k += 3) {
            for (int row = 0; row < paired; row += 2) {
                add3(columns, k, a[row], a[row + 1], w[k], w[k + 1], w[k + 2], c[row], c[row + 1]);
            }
        }
        for (; k < depth; k++) {
            for (int row = 0; row < paired; row++) {
                add1(columns, a[row][k], w[k], c[row]);
            }
        }
        if (paired < rows) {
            addRow(a[paired], depth, w, columns, c[paired]);
        }
    }

    /** Both sums are read before the first is written: they might be one, for all C2 knows. */
    private static void add3(
            int columns,
            int k,
            float[] a,
            float[] b,
            float[] w0,
            float[] w1,
            float[] w2,
            float[] c,
            float[] d) {
        float a0 = a[k];
        float a1 = a[k + 1];
        float a2 = a[k + 2];
        float b0 = b[k];
        float b1 = b[k + 1];
        float b2 = b[k + 2];
        for (int j = 0; j < columns; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            float v2 = w2[j];
            float s = c[j];
            float t = d[j];
            s = Math.fma(a0, v0, s);
            t = Math.fma(b0, v0, t);
            s = Math.fma(a1, v1, s);
            t = Math.fma(b1, v1, t);
            s = Math.fma(a2, v2, s);
            t = Math.fma(b2, v2, t);
            c[j] = s;
            d[j] = t;
        }
    }

    /** A row left over, or a batch of one: six rows of weights at a time. */
    private static void addRow(float[] a, int depth, float[][] w, int columns, float[] c) {
        int k = 0;
        for (; k + 5 < depth; k += 6) {
            add6(columns, k, a, w[k], w[k + 1], w[k + 2], w[k + 3], w[k + 4], w[k + 5], c);
        }
        for (; k < depth; k++) {
            add1(columns, a[k], w[k], c);
        }
    }

    private static void add6(
            int columns,
            int k,
            float[] a,
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3,
            float[] w4,
            float[] w5,
            float[] c) {
        float a0 = a[k];
        float a1 = a[k + 1];
        float a2 = a[k + 2];
        float a3 = a[k + 3];
        float a4 = a[k + 4];
        float a5 = a[k + 5];
        for (int j = 0; j < columns; j++) {
            float s = Math.fma(a2, w2[j], Math.fma(a1, w1[j], Math.fma(a0, w0[j], c[j])));
            c[j] = Math.fma(a5, w5[j], Math.fma(a4, w4[j], Math.fma(a3, w3[j], s)));
        }
    }

    private static void add1(int columns, float a, float[] w, float[] c) {
        for (int j = 0; j < columns; j++) {
            c[j] = Math.fma(a, w[j], c[j]);
        }
    }

    @Override
    public void tanh(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            float x = Math.max(-Tanh.LIMIT, Math.min(Tanh.LIMIT, values[i]));
            float s = x * x;
            float p = Math.fma(s, Tanh.P3, Tanh.P2);
            p = Math.fma(s, p, Tanh.P1);
            p = Math.fma(s, p, Tanh.P0);
            float q = s + Tanh.Q3;
            q = Math.fma(s, q, Tanh.Q2);
            q = Math.fma(s, q, Tanh.Q1);
            q = Math.fma(s, q, Tanh.Q0);
            values[i] = x * p / q;
        }
    }
}
