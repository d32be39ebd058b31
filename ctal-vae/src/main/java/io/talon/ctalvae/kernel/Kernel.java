// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/** What scoring computes on arrays. Stateless, thread-safe, allocates nothing. */
public interface Kernel {

    /** For logs and reports, e.g. {@code vector-256}. */
    String name();

    /** Lays a row-major matrix [depth × columns] out for this kernel. */
    PackedMatrix pack(float[] flat, int depth, int columns);

    /**
     * Lays an adaptor out to rest.
     *
     * @param weight row-major [depth × columns]
     * @param bias [columns]
     */
    Affine rest(float[] weight, float[] bias, int depth);

    /** Room to make such ready, of up to [depth × columns]. */
    AffineRoom room(int depth, int columns);

    /** Columns with filling: what a row of results needs. */
    int padded(int columns);

    /**
     * c = a · w + bias, row by row, over the first columns of a and as many rows of w. c shares no
     * row with a.
     *
     * @param rows how many, from the first on
     * @param a [rows × at least depth]
     * @param depth how many columns of a, at most the depth of w
     * @param bias [columns], with a vector's width to spare
     * @param c receives [rows × columns]
     */
    void multiply(int rows, float[][] a, int depth, PackedMatrix w, float[] bias, float[][] c);

    /** The first values = tanh(values). */
    void tanh(float[] values, int count);

    /**
     * The cell of an LSTM, row by row: c = σ(i) · tanh(g) + σ(f) · c, h = σ(o) · tanh(c).
     *
     * @param from the first row
     * @param to behind the last row
     * @param gates sums of all gates, i, f, g, o [rows × 4·units]; those of i, f, o of half the
     *     sums, for σ(s) = ½ · tanh(s/2) + ½; may be overwritten
     * @param inputs what is added to them, halved as they are [rows × 4·units]
     * @param room scratch [4·units]
     * @param cells in and out [rows × units]
     * @param outputs receive h from a place on [rows × units]
     */
    void cells(
            int from,
            int to,
            int units,
            float[][] gates,
            float[][] inputs,
            float[] room,
            float[][] cells,
            float[][] outputs,
            int outputAt);

    /**
     * Normalises one flow: (raw − median) / scale within ±limit, 0 where raw is NaN.
     *
     * @param statistics of the site
     * @param raw from a place on, with a vector's width to spare
     * @param x receives values, with filling
     * @param present receives 1 where there is a value, 0 where there is none
     */
    void normalise(PaddedStatistics statistics, float[] raw, int rawAt, float[] x, float[] present);

    /** Most terms that one of the sums of {@link #errors} is left in, a vector's lanes. */
    int TERMS = 16;

    /** Where the terms of the sums begin that {@link #errors} finds. */
    int SQUARES = 0;

    int COUNT = TERMS;
    int ERRORS = 2 * TERMS;

    /** Length of an array of these sums. */
    int SUMS = 3 * TERMS;

    /**
     * Adds a row's sums, each in up to {@link #TERMS} terms.
     *
     * @param width with filling
     * @param sums where Σ x², Σ present and Σ present · (x − y)² are added to [{@link #SUMS}]
     */
    void errors(int width, float[] x, float[] present, float[] y, float[] sums);
}
