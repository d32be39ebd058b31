// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/** What needs multiply-adds, in plain loops that C2 vectorises by itself. Thread-safe. */
sealed interface PlainLoops permits FusedLoops, RoundedLoops {

    /**
     * c += a · w.
     *
     * @param rows how many of a and c, from the first on
     * @param depth how many columns of a, rows of w
     * @param columns how many of w and c, {@link Rows#WIDE} or more
     */
    void add(int rows, float[][] a, int depth, float[][] w, int columns, float[][] c);

    /** The first values = tanh(values), as {@link Tanh} has it. */
    void tanh(float[] values, int count);
}
