// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static io.talon.ctalvae.model.AdaptorTensor.INPUT_BIAS;
import static io.talon.ctalvae.model.AdaptorTensor.INPUT_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_BIAS;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_INPUT;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_RECURRENT;

/** Input adaptor and encoder LSTM over a batch, forward and back. */
final class Encoder {
    private final FloatWeights weights;
    private final Affine adaptor;
    private final Affine gates;
    private final LstmTape lstm;
    private final int units;
    private final int inner;
    private final Batch batch;
    private final RowOrder order;
    private final float[][][] inputs = new float[Batch.STEPS][][];
    private final float[][][] adapted = new float[Batch.STEPS][][];

    Encoder(FloatWeights weights, Batch batch) {
        this.weights = weights;
        this.batch = batch;
        this.units = weights.get(ENCODER_RECURRENT).length;
        this.inner = weights.get(INPUT_BIAS)[0].length;
        this.adaptor =
                new Affine(
                        weights.get(INPUT_WEIGHT),
                        weights.get(INPUT_BIAS),
                        weights.gradient(INPUT_WEIGHT),
                        weights.gradient(INPUT_BIAS));
        this.gates =
                new Affine(
                        weights.get(ENCODER_INPUT),
                        weights.get(ENCODER_BIAS),
                        weights.gradient(ENCODER_INPUT),
                        weights.gradient(ENCODER_BIAS));
        this.lstm = new LstmTape(Batch.STEPS, weights.get(ENCODER_RECURRENT));
        this.order = new RowOrder(batch, row -> true);
    }

    /** The output after each sequence's last flow, in the batch's order [size × hidden]. */
    float[][] forward() {
        float[][] last = new float[batch.size][];
        for (int t = 0; t < Batch.STEPS; t++) {
            int active = order.longerThan(t);
            if (active == 0) {
                break;
            }
            inputs[t] = order.gather(batch.input, batch.size, batch.width, t, active);
            adapted[t] = adaptor.forward(active, inputs[t]);
            lstm.forward(t, active, gates.forward(active, adapted[t]));
            for (int place = order.longerThan(t + 1); place < active; place++) {
                last[order.row(place)] = lstm.output(t)[place];
            }
        }
        return last;
    }

    /**
     * @param last gradient of {@link #forward}'s result; overwritten
     */
    void backward(float[][] last) {
        float[][] output = new float[batch.size][];
        float[][] cell = new float[batch.size][units];
        for (int t = Batch.STEPS - 1; t >= 0; t--) {
            int active = order.longerThan(t);
            for (int place = order.longerThan(t + 1); place < active; place++) {
                output[place] = last[order.row(place)];
            }
            if (active > 0) {
                backward(t, active, output, cell);
            }
        }
    }

    private void backward(int t, int active, float[][] output, float[][] cell) {
        float[][] gate =
                lstm.backward(t, active, output, cell, weights.gradient(ENCODER_RECURRENT));
        float[][] inside = new float[active][inner];
        gates.backward(active, adapted[t], gate, inside);
        adaptor.backward(active, inputs[t], inside, null);
    }
}
