// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static io.talon.ctalvae.model.AdaptorTensor.OUTPUT_BIAS;
import static io.talon.ctalvae.model.AdaptorTensor.OUTPUT_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.DECODER_BIAS;
import static io.talon.ctalvae.model.CoreTensor.DECODER_INPUT;
import static io.talon.ctalvae.model.CoreTensor.DECODER_RECURRENT;
import static io.talon.ctalvae.model.CoreTensor.EXPAND_BIAS;
import static io.talon.ctalvae.model.CoreTensor.EXPAND_WEIGHT;

import io.talon.ctalvae.matrix.Activation;
import io.talon.ctalvae.matrix.Gemm;

/**
 * Expansion of the latent vector, decoder LSTM and output adaptor over the rows of a batch whose
 * error counts, forward and back.
 */
final class Decoder {
    private final FloatWeights weights;
    private final Affine expand;
    private final Affine gates;
    private final Affine adaptor;
    private final LstmTape lstm;
    private final int latent;
    private final int units;
    private final Batch batch;
    private final RowOrder order;
    private final float[][][] differences = new float[Batch.STEPS][][];
    private float[][] codes;
    private float[][] expanded;

    Decoder(FloatWeights weights, Batch batch) {
        this.weights = weights;
        this.batch = batch;
        this.units = weights.get(DECODER_RECURRENT).length;
        this.latent = weights.get(EXPAND_WEIGHT).length;
        this.expand =
                new Affine(
                        weights.get(EXPAND_WEIGHT),
                        weights.get(EXPAND_BIAS),
                        weights.gradient(EXPAND_WEIGHT),
                        weights.gradient(EXPAND_BIAS));
        this.gates =
                new Affine(
                        weights.get(DECODER_INPUT),
                        weights.get(DECODER_BIAS),
                        weights.gradient(DECODER_INPUT),
                        weights.gradient(DECODER_BIAS));
        this.adaptor =
                new Affine(
                        weights.get(OUTPUT_WEIGHT),
                        weights.get(OUTPUT_BIAS),
                        weights.gradient(OUTPUT_WEIGHT),
                        weights.gradient(OUTPUT_BIAS));
        this.lstm = new LstmTape(Batch.STEPS, weights.get(DECODER_RECURRENT));
        this.order =
                new RowOrder(batch, row -> batch.reconstruction[row] != 0 || batch.hinge[row] != 0);
    }

    /**
     * @param z latent vectors [size × latent]
     * @return each sequence's error [size]; 0 for rows whose error does not count
     */
    double[] forward(float[] z) {
        codes = order.gather(z, 0, latent, 0, order.size());
        expanded = expand.forward(order.size(), codes);
        for (float[] row : expanded) {
            Activation.tanh(row);
        }
        float[][] input = gates.forward(order.size(), expanded);
        double[] errors = new double[batch.size];
        for (int t = 0; t < Batch.STEPS && order.longerThan(t) > 0; t++) {
            int active = order.longerThan(t);
            lstm.forward(t, active, copy(input, active));
            differences[t] = adaptor.forward(active, lstm.output(t));
            compare(t, active, errors);
        }
        return errors;
    }

    private static float[][] copy(float[][] rows, int count) {
        float[][] copy = new float[count][];
        for (int i = 0; i < count; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    /** Turns reconstructions into differences and sums up the errors. */
    private void compare(int t, int active, double[] errors) {

        int width = batch.width;
        for (int place = 0; place < active; place++) {
            float[] difference = differences[t][place];
            int from = (t * batch.size + order.row(place)) * width;
            double sum = 0;
            for (int f = 0; f < width; f++) {
                float d = difference[f] - batch.target[from + f];
                difference[f] = d;
                sum += (double) batch.weight[from + f] * d * d;
            }
            errors[order.row(place)] += sum;
        }
    }

    /**
     * @param error gradient of each sequence's error [size]
     * @return gradient of the latent vectors [size × latent]
     */
    float[] backward(double[] error) {
        float[][] output = new float[order.size()][units];
        float[][] cell = new float[order.size()][units];
        float[][] input = new float[order.size()][4 * units];
        for (int t = Batch.STEPS - 1; t >= 0; t--) {
            int active = order.longerThan(t);
            if (active > 0) {
                float[][] reconstruction = reconstructionGradient(t, active, error);
                adaptor.backward(active, lstm.output(t), reconstruction, output);
                float[][] gate =
                        lstm.backward(t, active, output, cell, weights.gradient(DECODER_RECURRENT));
                for (int place = 0; place < active; place++) {
                    Gemm.addRows(1, new float[][] {gate[place]}, input[place]);
                }
            }
        }
        return latentGradient(input);
    }

    private float[][] reconstructionGradient(int t, int active, double[] error) {
        int width = batch.width;
        float[][] gradient = differences[t];
        for (int place = 0; place < active; place++) {
            int from = (t * batch.size + order.row(place)) * width;
            float factor = (float) (2 * error[order.row(place)]);
            for (int f = 0; f < width; f++) {
                gradient[place][f] *= factor * batch.weight[from + f];
            }
        }
        return gradient;
    }

    private float[] latentGradient(float[][] input) {
        float[][] inside = new float[order.size()][expanded.length == 0 ? 0 : expanded[0].length];
        gates.backward(order.size(), expanded, input, inside);
        for (int place = 0; place < inside.length; place++) {
            for (int i = 0; i < inside[place].length; i++) {
                inside[place][i] *= 1 - expanded[place][i] * expanded[place][i];
            }
        }
        float[][] code = new float[order.size()][latent];
        expand.backward(order.size(), codes, inside, code);
        float[] z = new float[batch.size * latent];
        for (int place = 0; place < order.size(); place++) {
            System.arraycopy(code[place], 0, z, order.row(place) * latent, latent);
        }
        return z;
    }
}
