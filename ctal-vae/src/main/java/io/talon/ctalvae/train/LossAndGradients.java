// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/** Result of one evaluation of the loss. Owned by the caller. */
final class LossAndGradients {
    private final double loss;
    private final double[][] gradients;

    LossAndGradients(double loss, double[][] gradients) {
        this.loss = loss;
        this.gradients = gradients;
    }

    double loss() {
        return loss;
    }

    /** Gradient of a trained tensor, row-major; null if the tensor is not trained. */
    double[] gradient(WeightName name) {
        return gradients[name.index()];
    }
}
