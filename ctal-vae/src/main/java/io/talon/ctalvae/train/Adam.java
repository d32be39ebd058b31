// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import java.util.List;

/**
 * Adam (Kingma and Ba, 2015) with β₁ 0.9, β₂ 0.999, after scaling the gradient down to a longest
 * norm. Not thread-safe.
 */
final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<WeightName> trained;
    private final double longest;
    private final double[][] first;
    private final double[][] second;
    private int steps;

    Adam(Weights weights, List<WeightName> trained, double longest) {
        this.trained = trained;
        this.longest = longest;
        this.first = new double[WeightName.all().size()][];
        this.second = new double[WeightName.all().size()][];
        for (WeightName name : trained) {
            first[name.index()] = new double[weights.get(name).length];
            second[name.index()] = new double[weights.get(name).length];
        }
    }

    /**
     * Moves the trained weights one step.
     *
     * @throws ArithmeticException if the gradient is not finite
     */
    void step(Weights weights, LossAndGradients loss, double learningRate) {
        double norm = norm(loss);
        if (!Double.isFinite(norm)) {
            throw new ArithmeticException(
                    "the gradient is not finite at step "
                            + (steps + 1)
                            + " (loss "
                            + loss.loss()
                            + ")");
        }
        double scale = Math.min(1, longest / Math.max(norm, Double.MIN_NORMAL));
        steps++;
        double rate =
                learningRate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
        for (WeightName name : trained) {
            double[] value = weights.get(name);
            double[] gradient = loss.gradient(name);
            double[] m = first[name.index()];
            double[] v = second[name.index()];
            for (int i = 0; i < value.length; i++) {
                double g = gradient[i] * scale;
                m[i] = BETA1 * m[i] + (1 - BETA1) * g;
                v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
                value[i] -= rate * m[i] / (Math.sqrt(v[i]) + EPSILON);
            }
        }
    }

    private double norm(LossAndGradients loss) {
        double sum = 0;
        for (WeightName name : trained) {
            for (double g : loss.gradient(name)) {
                sum += g * g;
            }
        }
        return Math.sqrt(sum);
    }
}
