// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/**
 * Products of small float matrices, each an array of rows, in plain loops that the JIT compiler
 * vectorises: it does so only where all arrays run with the same index from 0, hence arrays of rows
 * and not one flat array with offsets. Every element is summed in the same order on every machine,
 * so that results are the same bits everywhere.
 */
final class Gemm {
    private Gemm() {}

    /** C += A · B over the first rows of A and C; A has as many columns as B has rows. */
    static void add(int rows, float[][] a, float[][] b, float[][] c) {
        int k = b.length;
        for (int i = 0; i < rows; i++) {
            float[] factors = a[i];
            float[] sum = c[i];
            int p = 0;
            for (; p + 3 < k; p += 4) {
                add4(
                        factors[p],
                        factors[p + 1],
                        factors[p + 2],
                        factors[p + 3],
                        b[p],
                        b[p + 1],
                        b[p + 2],
                        b[p + 3],
                        sum);
            }
            for (; p < k; p++) {
                add1(factors[p], b[p], sum);
            }
        }
    }

    /** C += Aᵀ · B over the first rows of A and B; C has as many rows as A has columns. */
    static void addTransposed(int rows, float[][] a, float[][] b, float[][] c) {
        for (int i = 0; i < c.length; i++) {
            float[] sum = c[i];
            int p = 0;
            for (; p + 3 < rows; p += 4) {
                add4(
                        a[p][i],
                        a[p + 1][i],
                        a[p + 2][i],
                        a[p + 3][i],
                        b[p],
                        b[p + 1],
                        b[p + 2],
                        b[p + 3],
                        sum);
            }
            for (; p < rows; p++) {
                add1(a[p][i], b[p], sum);
            }
        }
    }

    private static void add4(
            float a0,
            float a1,
            float a2,
            float a3,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += (a0 * b0[j] + a1 * b1[j]) + (a2 * b2[j] + a3 * b3[j]);
        }
    }

    private static void add1(float a, float[] b, float[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * b[j];
        }
    }

    /** sum += every one of the first rows of A. */
    static void addRows(int rows, float[][] a, float[] sum) {
        for (int i = 0; i < rows; i++) {
            add1(1, a[i], sum);
        }
    }

    /** The transpose of A. */
    static float[][] transpose(float[][] a) {
        float[][] t = new float[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }
}
