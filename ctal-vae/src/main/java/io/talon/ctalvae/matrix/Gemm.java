// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.matrix;

import java.util.Arrays;

/**
 * Products of small float matrices, each an array of rows, in plain loops that the JIT compiler
 * vectorises: it does so only where all arrays run with the same index from 0, hence arrays of rows
 * and not one flat array with offsets. Every element is summed in the same order on every machine,
 * so that results are the same bits everywhere.
 */
public final class Gemm {
    private Gemm() {}

    /** C += A · B over the first rows of A and C; A has as many columns as B has rows. */
    public static void add(int rows, float[][] a, float[][] b, float[][] c) {
        for (int i = 0; i < rows; i++) {
            addRow(a[i], b, c[i]);
        }
    }

    /** C += Aᵀ · B over the first rows of A and B; C has as many rows as A has columns. */
    public static void addTransposed(int rows, float[][] a, float[][] b, float[][] c) {
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

    /** y += x · B for one row. */
    public static void addRow(float[] x, float[][] b, float[] y) {
        int k = b.length;
        int p = 0;
        for (; p + 3 < k; p += 4) {
            add4(x[p], x[p + 1], x[p + 2], x[p + 3], b[p], b[p + 1], b[p + 2], b[p + 3], y);
        }
        for (; p < k; p++) {
            add1(x[p], b[p], y);
        }
    }

    /** sum += every one of the first rows of A. */
    public static void addRows(int rows, float[][] a, float[] sum) {
        for (int i = 0; i < rows; i++) {
            add1(1, a[i], sum);
        }
    }

    /** A flat row-major matrix as rows. */
    public static float[][] rows(float[] flat, int rows) {
        float[][] matrix = new float[rows][];
        int columns = flat.length / rows;
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
        }
        return matrix;
    }

    /** The transpose of A. */
    public static float[][] transpose(float[][] a) {
        float[][] t = new float[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }
}
