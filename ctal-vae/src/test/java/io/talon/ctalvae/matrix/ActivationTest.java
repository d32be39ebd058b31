// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationTest {
    /** A few ulps: the approximation's own error and float rounding of its terms. */
    private static final float TOLERANCE = 6e-7f;

    @Test
    void agreesWithExactFunctions() {
        for (double x = -12; x <= 12; x += 1e-3) {
            float[] tanh = {(float) x};
            float[] sigmoid = {(float) x};
            Activation.tanh(tanh);
            Activation.sigmoid(sigmoid);
            assertThat(tanh[0]).isCloseTo((float) Math.tanh((float) x), within(TOLERANCE));
            assertThat(sigmoid[0])
                    .isCloseTo((float) (1 / (1 + Math.exp(-(float) x))), within(TOLERANCE));
        }
    }
}
