// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.matrix.Gemm;
import io.talon.ctalvae.model.Adaptor;

/** An adaptor's tensors as rows, and scratch for one flow. */
final class AdaptorRows {
    private final Adaptor source;
    private final float[][] input;
    private final float[][] output;
    private final float[] flow;

    AdaptorRows(Adaptor source) {
        this.source = source;
        this.input = Gemm.rows(source.inputWeight(), source.width());
        this.output = Gemm.rows(source.outputWeight(), source.inner());
        this.flow = new float[source.width()];
    }

    Adaptor source() {
        return source;
    }

    int width() {
        return flow.length;
    }

    /** Scratch [width]. */
    float[] flow() {
        return flow;
    }

    float[][] input() {
        return input;
    }

    float[] inputBias() {
        return source.inputBias();
    }

    float[][] output() {
        return output;
    }

    float[] outputBias() {
        return source.outputBias();
    }
}
