// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

/** The cell of an LSTM, without sums of products; see {@link GradientKernel}. */
interface Cells {
    void addRow(int columns, float[] row, float[] sum);

    void open(Gates gates, float[] sums);

    void advance(
            int units,
            float[] gates,
            float[] before,
            float[] cell,
            float[] squashed,
            float[] output);

    void retreat(
            int units,
            float[] gates,
            float[] before,
            float[] squashed,
            float[] output,
            float[] cell,
            float[] sums);
}
