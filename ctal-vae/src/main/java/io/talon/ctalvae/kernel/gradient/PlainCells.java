// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import io.talon.ctalvae.matrix.Activation;

/** In plain loops. */
final class PlainCells implements Cells {

    @Override
    public void addRow(int columns, float[] row, float[] sum) {
        for (int j = 0; j < columns; j++) {
            sum[j] += row[j];
        }
    }

    @Override
    public void open(Gates gates, float[] sums) {
        for (int j = 0; j < gates.columns; j++) {
            sums[j] *= gates.scale[j];
        }
        Activation.tanh(sums);
        for (int j = 0; j < gates.columns; j++) {
            sums[j] = gates.scale[j] * sums[j] + gates.offset[j];
        }
    }

    @Override
    public void advance(
            int units,
            float[] gates,
            float[] before,
            float[] cell,
            float[] squashed,
            float[] output) {
        for (int u = 0; u < units; u++) {
            cell[u] = gates[u] * gates[2 * units + u] + gates[units + u] * before[u];
            squashed[u] = cell[u];
        }
        Activation.tanh(squashed);
        for (int u = 0; u < units; u++) {
            output[u] = gates[3 * units + u] * squashed[u];
        }
    }

    @Override
    public void retreat(
            int units,
            float[] gates,
            float[] before,
            float[] squashed,
            float[] output,
            float[] cell,
            float[] sums) {
        for (int u = 0; u < units; u++) {
            float i = gates[u];
            float f = gates[units + u];
            float g = gates[2 * units + u];
            float o = gates[3 * units + u];
            float c = cell[u] + output[u] * o * (1 - squashed[u] * squashed[u]);
            sums[u] = c * g * i * (1 - i);
            sums[units + u] = c * before[u] * f * (1 - f);
            sums[2 * units + u] = c * i * (1 - g * g);
            sums[3 * units + u] = output[u] * squashed[u] * o * (1 - o);
            cell[u] = c * f;
        }
    }
}
