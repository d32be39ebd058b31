// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.matrix.Gemm;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreTensor;

/** A core's tensors as rows. */
final class CoreRows {
    private final Core source;
    private final float[][][] tensors = new float[CoreTensor.values().length][][];

    CoreRows(Core source) {
        this.source = source;
        for (CoreTensor tensor : CoreTensor.values()) {
            tensors[tensor.ordinal()] =
                    Gemm.rows(source.tensor(tensor), tensor.rows(source.shape()));
        }
    }

    Core source() {
        return source;
    }

    float[][] get(CoreTensor tensor) {
        return tensors[tensor.ordinal()];
    }

    float[] bias(CoreTensor tensor) {
        return tensors[tensor.ordinal()][0];
    }
}
