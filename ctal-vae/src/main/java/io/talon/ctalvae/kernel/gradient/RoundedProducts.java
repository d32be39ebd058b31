// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

/** Every product rounded, in plain loops, each simple enough for C2 to vectorise by itself. */
final class RoundedProducts implements Products {

    @Override
    public String name() {
        return "rounded, plain loops";
    }

    @Override
    public void add(int rows, int columns, float[][] a, Factor factor, float[][] c) {
        float[][] b = factor.rows;
        for (int i = 0; i < rows; i++) {
            float[] x = a[i];
            int k = 0;
            for (; k + 3 < b.length; k += 4) {
                add4(
                        columns, x[k], x[k + 1], x[k + 2], x[k + 3], b[k], b[k + 1], b[k + 2],
                        b[k + 3], c[i]);
            }
            for (; k < b.length; k++) {
                add1(columns, x[k], b[k], c[i]);
            }
        }
    }

    @Override
    public void addTransposed(int rows, int columns, float[][] a, float[][] b, float[][] c) {
        for (int i = 0; i < c.length; i++) {
            int p = 0;
            for (; p + 3 < rows; p += 4) {
                add4(
                        columns,
                        a[p][i],
                        a[p + 1][i],
                        a[p + 2][i],
                        a[p + 3][i],
                        b[p],
                        b[p + 1],
                        b[p + 2],
                        b[p + 3],
                        c[i]);
            }
            for (; p < rows; p++) {
                add1(columns, a[p][i], b[p], c[i]);
            }
        }
    }

    private static void add4(
            int columns,
            float a0,
            float a1,
            float a2,
            float a3,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] sum) {
        for (int j = 0; j < columns; j++) {
            sum[j] += (a0 * b0[j] + a1 * b1[j]) + (a2 * b2[j] + a3 * b3[j]);
        }
    }

    private static void add1(int columns, float a, float[] b, float[] sum) {
        for (int j = 0; j < columns; j++) {
            sum[j] += a * b[j];
        }
    }
}
