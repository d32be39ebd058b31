// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.matrix.Gemm;

/** y = x·W + b over a batch, and its backward pass. */
final class Affine {
    private final float[][] weight;
    private final float[][] transposed;
    private final float[] bias;
    private final float[][] weightGradient;
    private final float[] biasGradient;

    /**
     * @param weight [inputs × outputs]
     * @param bias [outputs]
     * @param weightGradient where the weight's gradient is summed up, or null
     * @param biasGradient where the bias' gradient is summed up, or null
     */
    Affine(float[][] weight, float[][] bias, float[][] weightGradient, float[][] biasGradient) {
        this.weight = weight;
        this.transposed = Gemm.transpose(weight);
        this.bias = bias[0];
        this.weightGradient = weightGradient;
        this.biasGradient = biasGradient == null ? null : biasGradient[0];
    }

    float[][] forward(int rows, float[][] x) {
        float[][] y = new float[rows][];
        for (int i = 0; i < rows; i++) {
            y[i] = bias.clone();
        }
        Gemm.add(rows, x, weight, y);
        return y;
    }

    /**
     * Sums up the gradients of weight and bias, where wanted, and adds that of x to {@code dx}
     * unless it is null.
     */
    void backward(int rows, float[][] x, float[][] dy, float[][] dx) {
        if (weightGradient != null) {
            Gemm.addTransposed(rows, x, dy, weightGradient);
            Gemm.addRows(rows, dy, biasGradient);
        }
        if (dx != null) {
            Gemm.add(rows, dy, transposed, dx);
        }
    }
}
