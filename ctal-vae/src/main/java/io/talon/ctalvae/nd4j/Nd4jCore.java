// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.nd4j;

import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreTensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A core's tensors as ND4J takes them, biases as vectors. */
final class Nd4jCore {
    private final Core source;
    private final INDArray[] tensors = new INDArray[CoreTensor.values().length];

    Nd4jCore(Core source) {
        this.source = source;
        for (CoreTensor tensor : CoreTensor.values()) {
            INDArray values =
                    Nd4jReconstructor.matrix(source.tensor(tensor), tensor.columns(source.shape()));
            tensors[tensor.ordinal()] =
                    tensor.rows(source.shape()) == 1 && tensor.name().endsWith("BIAS")
                            ? values.reshape(values.length())
                            : values;
        }
    }

    Core source() {
        return source;
    }

    INDArray get(CoreTensor tensor) {
        return tensors[tensor.ordinal()];
    }
}
