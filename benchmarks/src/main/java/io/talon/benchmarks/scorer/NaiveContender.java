// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.CoreTensor;
import java.util.Arrays;

/** The network as one would first write it: a loop per formula. Also what the others must match. */
final class NaiveContender implements Contender {
    private final Workload workload;
    private final double[] errors;
    private final float[] c = new float[Workload.SHAPE.hidden()];
    private final float[] gates = new float[4 * Workload.SHAPE.hidden()];

    NaiveContender(Workload workload) {
        this.workload = workload;
        this.errors = new double[workload.sequences.length];
    }

    @Override
    public double[] errors() {
        return errors.clone();
    }

    @Override
    public void score() {
        for (int i = 0; i < errors.length; i++) {
            errors[i] = error(workload.site(i).site().adaptor(), workload.sequences[i]);
        }
    }

    private double error(Adaptor adaptor, float[] x) {
        int width = adaptor.width();
        int units = Workload.SHAPE.hidden();
        int inner = adaptor.inner();
        float[] flow = new float[width];
        float[] in = new float[inner];
        float[] h = new float[units];
        Arrays.fill(c, 0);
        for (int t = 0; t < workload.steps; t++) {
            System.arraycopy(x, t * width, flow, 0, width);
            affine(flow, adaptor.inputWeight(), adaptor.inputBias(), in, inner);
            affine(in, CoreTensor.ENCODER_INPUT, CoreTensor.ENCODER_BIAS, gates, 4 * units);
            step(h, CoreTensor.ENCODER_RECURRENT, units);
        }
        float[] mean = new float[Workload.SHAPE.latent()];
        float[] fed = new float[units];
        affine(h, CoreTensor.MEAN_WEIGHT, CoreTensor.MEAN_BIAS, mean, mean.length);
        affine(mean, CoreTensor.EXPAND_WEIGHT, CoreTensor.EXPAND_BIAS, fed, units);
        for (int i = 0; i < units; i++) {
            fed[i] = (float) Math.tanh(fed[i]);
        }
        float[] out = new float[inner];
        Arrays.fill(c, 0);
        double sum = 0;
        for (int t = workload.steps - 1; t >= 0; t--) {
            affine(fed, CoreTensor.DECODER_INPUT, CoreTensor.DECODER_BIAS, gates, 4 * inner);
            step(out, CoreTensor.DECODER_RECURRENT, inner);
            affine(out, adaptor.outputWeight(), adaptor.outputBias(), flow, width);
            for (int f = 0; f < width; f++) {
                double difference = x[t * width + f] - flow[f];
                sum += difference * difference;
            }
        }
        return sum / (workload.steps * width);
    }

    private void step(float[] h, CoreTensor recurrent, int units) {
        float[] w = workload.core(recurrent);
        for (int j = 0; j < 4 * units; j++) {
            for (int k = 0; k < units; k++) {
                gates[j] += h[k] * w[k * 4 * units + j];
            }
        }
        for (int u = 0; u < units; u++) {
            c[u] =
                    sigmoid(gates[units + u]) * c[u]
                            + sigmoid(gates[u]) * (float) Math.tanh(gates[2 * units + u]);
            h[u] = sigmoid(gates[3 * units + u]) * (float) Math.tanh(c[u]);
        }
    }

    private static float sigmoid(float s) {
        return (float) (1 / (1 + Math.exp(-s)));
    }

    private void affine(float[] x, CoreTensor weight, CoreTensor bias, float[] y, int columns) {
        affine(x, workload.core(weight), workload.core(bias), y, columns);
    }

    private static void affine(float[] x, float[] w, float[] bias, float[] y, int columns) {
        for (int j = 0; j < columns; j++) {
            float sum = bias[j];
            for (int k = 0; k < x.length; k++) {
                sum += x[k] * w[k * columns + j];
            }
            y[j] = sum;
        }
    }
}
