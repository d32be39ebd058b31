// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

import java.util.Arrays;

/**
 * How the gates i, f, g, o of an LSTM open, column by column, as one function: scale · tanh(scale ·
 * x) + offset is σ(x) with ½ and ½, and tanh(x) with 1 and 0. Immutable.
 */
public final class Gates {
    final int columns;
    final float[] scale;
    final float[] offset;

    public Gates(int units) {
        columns = GradientRows.padded(4 * units);
        scale = new float[columns];
        offset = new float[columns];
        Arrays.fill(scale, 0.5f);
        Arrays.fill(offset, 0.5f);
        Arrays.fill(scale, 2 * units, 3 * units, 1);
        Arrays.fill(offset, 2 * units, 3 * units, 0);
    }
}
