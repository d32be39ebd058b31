// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static io.talon.ctalvae.model.AdaptorTensor.OUTPUT_BIAS;
import static io.talon.ctalvae.model.AdaptorTensor.OUTPUT_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.DECODER_BIAS;
import static io.talon.ctalvae.model.CoreTensor.DECODER_INPUT;
import static io.talon.ctalvae.model.CoreTensor.DECODER_RECURRENT;
import static io.talon.ctalvae.model.CoreTensor.EXPAND_BIAS;
import static io.talon.ctalvae.model.CoreTensor.EXPAND_WEIGHT;

import io.talon.ctalvae.kernel.gradient.GradientKernel;
import io.talon.ctalvae.kernel.gradient.GradientRows;
import io.talon.ctalvae.matrix.Activation;
import java.util.Arrays;

/**
 * Expansion of the latent vector, decoder LSTM and output adaptor over the rows of batches of one
 * size whose error counts, forward and back.
 */
final class Decoder {
    private final GradientKernel kernel;
    private final Affine expand;
    private final Affine gates;
    private final Affine adaptor;
    private final LstmTape lstm;
    private final int latent;
    private final float[][][] differences = new float[Batch.STEPS][][];
    private final float[][] codes;
    private final float[][] expanded;
    private final float[][] input;
    private final float[][] output;
    private final float[][] cell;
    private final double[] errors;
    private Batch batch;
    private RowOrder order;

    Decoder(GradientKernel kernel, FloatWeights weights, int rows) {
        this.kernel = kernel;
        this.expand = new Affine(kernel, weights.get(EXPAND_WEIGHT), weights.get(EXPAND_BIAS));
        this.gates = new Affine(kernel, weights.get(DECODER_INPUT), weights.get(DECODER_BIAS));
        this.adaptor = new Affine(kernel, weights.get(OUTPUT_WEIGHT), weights.get(OUTPUT_BIAS));
        this.lstm = new LstmTape(kernel, weights.get(DECODER_RECURRENT), rows);
        this.latent = expand.inputs();
        for (int t = 0; t < Batch.STEPS; t++) {
            differences[t] = GradientRows.zeros(rows, adaptor.outputs());
        }
        this.codes = GradientRows.zeros(rows, latent);
        this.expanded = GradientRows.zeros(rows, expand.outputs());
        this.input = GradientRows.zeros(rows, gates.outputs());
        this.output = GradientRows.zeros(rows, lstm.units());
        this.cell = GradientRows.zeros(rows, lstm.units());
        this.errors = new double[rows];
    }

    /**
     * @param z latent vectors [size × latent]
     * @return each sequence's error [size]; 0 for rows whose error does not count
     */
    double[] forward(Batch next, float[] z) {
        batch = next;
        order = new RowOrder(batch, row -> batch.reconstruction[row] != 0 || batch.hinge[row] != 0);
        order.gather(z, 0, latent, 0, order.size(), codes);
        expand.forward(order.size(), codes, expanded);
        squash(order.size());
        gates.forward(order.size(), expanded, input);
        Arrays.fill(errors, 0);
        for (int t = 0; t < Batch.STEPS && order.longerThan(t) > 0; t++) {
            int active = order.longerThan(t);
            begin(active, lstm.gates(t));
            lstm.forward(t, active);
            adaptor.forward(active, lstm.output(t), differences[t]);
            compare(t, active);
        }
        return errors;
    }

    private void squash(int count) {
        for (int place = 0; place < count; place++) {
            Activation.tanh(expanded[place]);
        }
    }

    private void begin(int active, float[][] sums) {
        for (int place = 0; place < active; place++) {
            System.arraycopy(input[place], 0, sums[place], 0, input[place].length);
        }
    }

    /** Turns reconstructions into differences and sums up the errors. */
    private void compare(int t, int active) {
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
        clear(output);
        clear(cell);
        clear(input);
        for (int t = Batch.STEPS - 1; t >= 0; t--) {
            int active = order.longerThan(t);
            if (active > 0) {
                float[][] reconstruction = reconstructionGradient(t, active, error);
                adaptor.backward(active, lstm.output(t), reconstruction, output);
                float[][] gate = lstm.backward(t, active, output, cell);
                addToInput(active, gate);
            }
        }
        return latentGradient();
    }

    private void addToInput(int active, float[][] gate) {
        for (int place = 0; place < active; place++) {
            kernel.addRow(gates.outputs(), gate[place], input[place]);
        }
    }

    private static void clear(float[][] rows) {
        for (float[] row : rows) {
            Arrays.fill(row, 0);
        }
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

    private float[] latentGradient() {
        float[][] inside = GradientRows.zeros(order.size(), expand.outputs());
        gates.backward(order.size(), expanded, input, inside);
        for (int place = 0; place < inside.length; place++) {
            for (int i = 0; i < inside[place].length; i++) {
                inside[place][i] *= 1 - expanded[place][i] * expanded[place][i];
            }
        }
        float[][] code = GradientRows.zeros(order.size(), latent);
        expand.backward(order.size(), codes, inside, code);
        float[] z = new float[batch.size * latent];
        for (int place = 0; place < order.size(); place++) {
            System.arraycopy(code[place], 0, z, order.row(place) * latent, latent);
        }
        return z;
    }
}
