// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

/** Sums of products; see {@link GradientKernel}. */
interface Products {
    String name();

    void add(int rows, int columns, float[][] a, Factor b, float[][] c);

    void addTransposed(int rows, int columns, float[][] a, float[][] b, float[][] c);
}
