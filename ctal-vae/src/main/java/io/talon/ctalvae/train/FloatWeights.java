// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.CoreTensor;
import java.util.List;

/**
 * Weights as rows of floats for one gradient step, and room for the gradients of those that are
 * trained.
 */
final class FloatWeights {
    private final Weights weights;
    private final float[][][] values = new float[WeightName.all().size()][][];
    private final float[][][] gradients = new float[WeightName.all().size()][][];

    FloatWeights(Weights weights, List<WeightName> trained) {
        this.weights = weights;
        for (WeightName name : WeightName.all()) {
            values[name.index()] = rows(name);
        }
        for (WeightName name : trained) {
            gradients[name.index()] =
                    new float[values[name.index()].length][values[name.index()][0].length];
        }
    }

    float[][] get(CoreTensor name) {
        return values[WeightName.of(name).index()];
    }

    float[][] get(AdaptorTensor name) {
        return values[WeightName.of(name).index()];
    }

    /** Where the gradient of a tensor is summed up; null if it is not trained. */
    float[][] gradient(CoreTensor name) {
        return gradients[WeightName.of(name).index()];
    }

    /** Where the gradient of a tensor is summed up; null if it is not trained. */
    float[][] gradient(AdaptorTensor name) {
        return gradients[WeightName.of(name).index()];
    }

    private float[][] rows(WeightName name) {
        double[] flat = weights.get(name);
        float[][] rows = new float[name.rows(weights.shape(), weights.width())][];
        int columns = flat.length / rows.length;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[columns];
            for (int j = 0; j < columns; j++) {
                rows[i][j] = (float) flat[i * columns + j];
            }
        }
        return rows;
    }

    LossAndGradients result(double loss) {
        double[][] all = new double[gradients.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = gradients[i] == null ? null : flat(gradients[i]);
        }
        return new LossAndGradients(loss, all);
    }

    private static double[] flat(float[][] rows) {
        double[] flat = new double[rows.length * rows[0].length];
        int next = 0;
        for (float[] row : rows) {
            for (float value : row) {
                flat[next++] = value;
            }
        }
        return flat;
    }
}
