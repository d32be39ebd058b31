// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.kernel.gradient.GradientKernel;

/**
 * y = x·W + b over a batch, and its backward pass. Weights are read where they lie, so that new
 * ones count from the next pass on.
 */
final class Affine {
    private final GradientKernel kernel;
    private final FloatWeights.Tensor weight;
    private final FloatWeights.Tensor bias;

    Affine(GradientKernel kernel, FloatWeights.Tensor weight, FloatWeights.Tensor bias) {
        this.kernel = kernel;
        this.weight = weight;
        this.bias = bias;
    }

    int inputs() {
        return weight.values().length;
    }

    int outputs() {
        return weight.columns();
    }

    /** Overwrites the first rows of y. */
    void forward(int rows, float[][] x, float[][] y) {
        float[] start = bias.values()[0];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(start, 0, y[i], 0, start.length);
        }
        kernel.add(rows, weight.columns(), x, weight.factor(), y);
    }

    /**
     * Sums up the gradients of weight and bias, where wanted, and adds that of x to {@code dx}
     * unless it is null.
     */
    void backward(int rows, float[][] x, float[][] dy, float[][] dx) {
        if (weight.gradient() != null) {
            kernel.addTransposed(rows, weight.columns(), x, dy, weight.gradient());
            for (int i = 0; i < rows; i++) {
                kernel.addRow(weight.columns(), dy[i], bias.gradient()[0]);
            }
        }
        if (dx != null) {
            kernel.add(rows, inputs(), dy, weight.transposed(), dx);
        }
    }
}
