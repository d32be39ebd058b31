// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.kernel.gradient.Factor;
import io.talon.ctalvae.kernel.gradient.GradientRows;
import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.CoreTensor;
import java.util.Arrays;
import java.util.List;

/**
 * Weights as rows of floats, and room for the gradients of those that are trained. Made once for
 * many gradient steps: what is not trained is laid out once. Not thread-safe.
 */
final class FloatWeights {

    /**
     * One tensor; rows are filled up.
     *
     * @param columns without filling
     * @param factor its values
     * @param transposed their transpose
     * @param gradient where its gradient is summed up; null if it is not trained
     */
    record Tensor(int columns, Factor factor, Factor transposed, float[][] gradient) {

        float[][] values() {
            return factor.rows();
        }

        private void load(double[] flat) {
            float[][] values = values();
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < columns; j++) {
                    values[i][j] = (float) flat[i * columns + j];
                }
            }
            factor.load();
            GradientRows.transpose(values, columns, transposed.rows());
            transposed.load();
        }

        private double[] flatGradient() {
            double[] flat = new double[gradient.length * columns];
            for (int i = 0; i < gradient.length; i++) {
                for (int j = 0; j < columns; j++) {
                    flat[i * columns + j] = gradient[i][j];
                }
            }
            return flat;
        }
    }

    private final List<WeightName> trained;
    private final Tensor[] tensors = new Tensor[WeightName.all().size()];

    FloatWeights(Weights weights, List<WeightName> trained) {
        this.trained = List.copyOf(trained);
        for (WeightName name : WeightName.all()) {
            int rows = name.rows(weights.shape(), weights.width());
            int columns = name.columns(weights.shape(), weights.width());
            Tensor tensor =
                    new Tensor(
                            columns,
                            new Factor(GradientRows.zeros(rows, columns)),
                            new Factor(GradientRows.zeros(columns, rows)),
                            this.trained.contains(name) ? GradientRows.zeros(rows, columns) : null);
            tensor.load(weights.get(name));
            tensors[name.index()] = tensor;
        }
    }

    /** Takes over new values of what is trained, and sets its gradients to 0. */
    void begin(Weights weights) {
        for (WeightName name : trained) {
            Tensor tensor = tensors[name.index()];
            tensor.load(weights.get(name));
            for (float[] row : tensor.gradient()) {
                Arrays.fill(row, 0);
            }
        }
    }

    Tensor get(CoreTensor name) {
        return tensors[WeightName.of(name).index()];
    }

    Tensor get(AdaptorTensor name) {
        return tensors[WeightName.of(name).index()];
    }

    LossAndGradients result(double loss) {
        double[][] all = new double[tensors.length][];
        for (WeightName name : trained) {
            all[name.index()] = tensors[name.index()].flatGradient();
        }
        return new LossAndGradients(loss, all);
    }
}
