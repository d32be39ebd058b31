// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

/**
 * What training computes. Matrices are arrays of rows from {@link GradientRows}: each row is filled
 * up, and what stands in the filling is scratch. Stateless, thread-safe, allocates nothing.
 *
 * <p>There are two, which differ in how sums of products are rounded; each gives the same bits on
 * every machine, with {@code jdk.incubator.vector} and without.
 */
public final class GradientKernel {
    /**
     * Every product is rounded, sums are taken four by four: c += (a₀b₀ + a₁b₁) + (a₂b₂ + a₃b₃),
     * what remains one by one.
     */
    public static final GradientKernel ROUNDED =
            new GradientKernel(new RoundedProducts(), Kernels.CELLS);

    /** Fused multiply-adds, one after the other. The fastest. */
    public static final GradientKernel FUSED = new GradientKernel(Kernels.FUSED, Kernels.CELLS);

    private final Products products;
    private final Cells cells;

    GradientKernel(Products products, Cells cells) {
        this.products = products;
        this.cells = cells;
    }

    /** For reports, e.g. {@code fused, vector-256}. */
    public String name() {
        return products.name();
    }

    /**
     * C += A · B over the first rows of A and C. A has as many columns as B has rows.
     *
     * @param columns of B and C
     */
    public void add(int rows, int columns, float[][] a, Factor b, float[][] c) {
        products.add(rows, columns, a, b, c);
    }

    /**
     * C += Aᵀ · B over the first rows of A and B. C has as many rows as A has columns.
     *
     * @param columns of B and C
     */
    public void addTransposed(int rows, int columns, float[][] a, float[][] b, float[][] c) {
        products.addTransposed(rows, columns, a, b, c);
    }

    /** sum += row. */
    public void addRow(int columns, float[] row, float[] sum) {
        cells.addRow(columns, row, sum);
    }

    /** Turns the sums of an LSTM's gates into the gates, in place. */
    public void open(Gates gates, float[] sums) {
        cells.open(gates, sums);
    }

    /**
     * The cell of an LSTM: c = i·g + f·before, s = tanh(c), output = o·s.
     *
     * @param gates opened, i, f, g, o [4·units]
     */
    public void advance(
            int units,
            float[] gates,
            float[] before,
            float[] cell,
            float[] squashed,
            float[] output) {
        cells.advance(units, gates, before, cell, squashed, output);
    }

    /**
     * Back over {@link #advance} and {@link #open}.
     *
     * @param output gradient of the output
     * @param cell gradient of the cell, in: from later steps; out: of the cell before
     * @param sums receives the gradient of the sums of all gates [4·units]
     */
    public void retreat(
            int units,
            float[] gates,
            float[] before,
            float[] squashed,
            float[] output,
            float[] cell,
            float[] sums) {
        cells.retreat(units, gates, before, squashed, output, cell, sums);
    }
}
