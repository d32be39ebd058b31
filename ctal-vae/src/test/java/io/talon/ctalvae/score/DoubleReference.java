// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;

/** The network in double precision, written straight from its formulas, one loop at a time. */
final class DoubleReference {
    final double[][] x;
    final double[] latent;
    final double[][] reconstruction;
    double lastFlow;
    double sequence;
    double norm;

    private final boolean floats;

    DoubleReference(SiteModel site, float[] raw, int length) {
        this(site, raw, length, false);
    }

    /**
     * @param floats whether every sum and state is rounded to float: what the plainest engine of
     *     floats loses, which a model with strong feedback multiplies at each flow
     */
    DoubleReference(SiteModel site, float[] raw, int length, boolean floats) {
        this.floats = floats;
        Adaptor adaptor = site.site().adaptor();
        Core core = site.core();
        int width = adaptor.width();
        int inner = adaptor.inner();
        x = normalised(site.site().normaliser(), raw, length);
        double[] h = new double[core.shape().hidden()];
        double[] c = new double[h.length];
        for (double[] flow : x) {
            double[] in =
                    affine(flow, adaptor.inputWeight(), adaptor.inputBias(), new double[inner]);
            h =
                    step(
                            core,
                            affine(in, CoreTensor.ENCODER_INPUT, CoreTensor.ENCODER_BIAS, core),
                            CoreTensor.ENCODER_RECURRENT,
                            h,
                            c);
        }
        latent = affine(h, CoreTensor.MEAN_WEIGHT, CoreTensor.MEAN_BIAS, core);
        double[] fed = affine(latent, CoreTensor.EXPAND_WEIGHT, CoreTensor.EXPAND_BIAS, core);
        for (int i = 0; i < fed.length; i++) {
            fed[i] = Math.tanh(fed[i]);
        }
        double[] gates = affine(fed, CoreTensor.DECODER_INPUT, CoreTensor.DECODER_BIAS, core);
        reconstruction = new double[length][];
        h = new double[inner];
        c = new double[inner];
        for (int t = length - 1; t >= 0; t--) {
            h = step(core, gates, CoreTensor.DECODER_RECURRENT, h, c);
            reconstruction[t] =
                    affine(h, adaptor.outputWeight(), adaptor.outputBias(), new double[width]);
        }
        measure(raw);
    }

    /** The largest difference between the details of this and another. */
    double apart(DoubleReference other) {
        double most = 0;
        for (int u = 0; u < latent.length; u++) {
            most = Math.max(most, Math.abs(latent[u] - other.latent[u]));
        }
        for (int t = 0; t < x.length; t++) {
            for (int f = 0; f < x[t].length; f++) {
                double apart = Math.abs(reconstruction[t][f] - other.reconstruction[t][f]);
                most = Math.max(most, apart);
            }
        }
        return most;
    }

    private void measure(float[] raw) {
        double errors = 0;
        double squares = 0;
        int count = 0;
        for (int t = 0; t < x.length; t++) {
            double last = 0;
            int lastCount = 0;
            for (int f = 0; f < x[t].length; f++) {
                if (!Float.isNaN(raw[t * x[t].length + f])) {
                    last += Math.pow(x[t][f] - reconstruction[t][f], 2);
                    squares += x[t][f] * x[t][f];
                    lastCount++;
                }
            }
            errors += last;
            count += lastCount;
            lastFlow = last / Math.max(lastCount, 1);
        }
        sequence = errors / Math.max(count, 1);
        norm = squares / Math.max(count, 1);
    }

    private static double[][] normalised(Normaliser normaliser, float[] raw, int length) {
        int width = normaliser.width();
        double[][] x = new double[length][width];
        for (int i = 0; i < length * width; i++) {
            int f = i % width;
            double value = ((double) raw[i] - normaliser.median()[f]) / normaliser.scale()[f];
            x[i / width][f] =
                    Float.isNaN(raw[i])
                            ? 0
                            : Math.max(-Normaliser.LIMIT, Math.min(Normaliser.LIMIT, value));
        }
        return x;
    }

    private double[] step(Core core, double[] input, CoreTensor recurrent, double[] h, double[] c) {
        int units = h.length;
        double[] gates = input.clone();
        float[] w = core.tensor(recurrent);
        for (int k = 0; k < units; k++) {
            for (int j = 0; j < gates.length; j++) {
                gates[j] = kept(gates[j] + h[k] * w[k * gates.length + j]);
            }
        }
        double[] out = new double[units];
        for (int u = 0; u < units; u++) {
            double i = sigmoid(gates[u]);
            double f = sigmoid(gates[units + u]);
            double g = Math.tanh(gates[2 * units + u]);
            double o = sigmoid(gates[3 * units + u]);
            c[u] = kept(i * g + f * c[u]);
            out[u] = kept(o * Math.tanh(c[u]));
        }
        return out;
    }

    private double kept(double value) {
        return floats ? (float) value : value;
    }

    private static double sigmoid(double s) {
        return 1 / (1 + Math.exp(-s));
    }

    private double[] affine(double[] x, CoreTensor weight, CoreTensor bias, Core core) {
        return affine(
                x,
                core.tensor(weight),
                core.tensor(bias),
                new double[weight.columns(core.shape())]);
    }

    private double[] affine(double[] x, float[] weight, float[] bias, double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] = bias[j];
            for (int k = 0; k < x.length; k++) {
                y[j] = kept(y[j] + x[k] * weight[k * y.length + j]);
            }
        }
        return y;
    }
}
