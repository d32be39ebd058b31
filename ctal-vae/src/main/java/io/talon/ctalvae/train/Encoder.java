// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static io.talon.ctalvae.model.AdaptorTensor.INPUT_BIAS;
import static io.talon.ctalvae.model.AdaptorTensor.INPUT_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_BIAS;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_INPUT;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_RECURRENT;

import io.talon.ctalvae.kernel.gradient.GradientKernel;
import io.talon.ctalvae.kernel.gradient.GradientRows;
import java.util.Arrays;

/** Input adaptor and encoder LSTM over batches of one size, forward and back. */
final class Encoder {
    private final Affine adaptor;
    private final Affine gates;
    private final LstmTape lstm;
    private final float[][][] inputs = new float[Batch.STEPS][][];
    private final float[][][] adapted = new float[Batch.STEPS][][];
    private final float[][] inside;
    private final float[][] cell;
    private final float[][] last;
    private RowOrder order;

    Encoder(GradientKernel kernel, FloatWeights weights, int rows) {
        this.adaptor = new Affine(kernel, weights.get(INPUT_WEIGHT), weights.get(INPUT_BIAS));
        this.gates = new Affine(kernel, weights.get(ENCODER_INPUT), weights.get(ENCODER_BIAS));
        this.lstm = new LstmTape(kernel, weights.get(ENCODER_RECURRENT), rows);
        for (int t = 0; t < Batch.STEPS; t++) {
            inputs[t] = GradientRows.zeros(rows, adaptor.inputs());
            adapted[t] = GradientRows.zeros(rows, adaptor.outputs());
        }
        this.inside = GradientRows.zeros(rows, adaptor.outputs());
        this.cell = GradientRows.zeros(rows, lstm.units());
        this.last = new float[rows][];
    }

    /** The output after each sequence's last flow, in the batch's order [size × hidden]. */
    float[][] forward(Batch batch) {
        order = new RowOrder(batch, row -> true);
        for (int t = 0; t < Batch.STEPS; t++) {
            int active = order.longerThan(t);
            if (active == 0) {
                break;
            }
            order.gather(batch.input, batch.size, batch.width, t, active, inputs[t]);
            adaptor.forward(active, inputs[t], adapted[t]);
            gates.forward(active, adapted[t], lstm.gates(t));
            lstm.forward(t, active);
            keepLast(order.longerThan(t + 1), active, lstm.output(t));
        }
        return last;
    }

    private void keepLast(int from, int to, float[][] outputs) {
        for (int place = from; place < to; place++) {
            last[order.row(place)] = outputs[place];
        }
    }

    /**
     * @param gradient of {@link #forward}'s result; overwritten
     */
    void backward(float[][] gradient) {
        float[][] output = new float[gradient.length][];
        clear(cell, cell.length);
        for (int t = Batch.STEPS - 1; t >= 0; t--) {
            int active = order.longerThan(t);
            join(order.longerThan(t + 1), active, gradient, output);
            if (active > 0) {
                float[][] gate = lstm.backward(t, active, output, cell);
                clear(inside, active);
                gates.backward(active, adapted[t], gate, inside);
                adaptor.backward(active, inputs[t], inside, null);
            }
        }
    }

    /** The sequences that end here. */
    private void join(int from, int to, float[][] gradient, float[][] output) {
        for (int place = from; place < to; place++) {
            output[place] = gradient[order.row(place)];
        }
    }

    private static void clear(float[][] rows, int count) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(rows[i], 0);
        }
    }
}
