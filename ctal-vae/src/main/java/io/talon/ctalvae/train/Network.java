// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static io.talon.ctalvae.model.AdaptorTensor.INPUT_BIAS;
import static io.talon.ctalvae.model.AdaptorTensor.INPUT_WEIGHT;
import static io.talon.ctalvae.model.AdaptorTensor.OUTPUT_BIAS;
import static io.talon.ctalvae.model.AdaptorTensor.OUTPUT_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.*;

import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** CTAL-VAE in a SameDiff graph, recurrences unrolled over {@link Batch#STEPS} steps. */
final class Network {
    private final SameDiff graph;
    private final Map<WeightName, SDVariable> weights;
    private final CoreShape shape;
    private final Lstm lstm;

    /** μ [batch × latent]. */
    final SDVariable mean;

    /** log σ², clamped [batch × latent]. */
    final SDVariable logVariance;

    /** x̂, time-major, newest flow first [STEPS·batch × width]. */
    final SDVariable reconstruction;

    /**
     * @param input [STEPS·batch × width], time-major, oldest flow first
     * @param steps 1 for a real step, else 0 [STEPS × batch × 1]
     * @param epsilon noise of the latent vector [batch × latent]
     */
    Network(
            SameDiff graph,
            Map<WeightName, SDVariable> weights,
            CoreShape shape,
            SDVariable input,
            SDVariable steps,
            SDVariable epsilon) {
        this.graph = graph;
        this.weights = weights;
        this.shape = shape;
        this.lstm = new Lstm(graph);
        SDVariable last = encode(input, steps);
        this.mean = affine(last, MEAN_WEIGHT, MEAN_BIAS);
        this.logVariance =
                graph.math()
                        .clipByValue(
                                affine(last, LOG_VARIANCE_WEIGHT, LOG_VARIANCE_BIAS),
                                Posterior.LOWEST_LOG_VARIANCE,
                                Posterior.HIGHEST_LOG_VARIANCE);
        SDVariable deviation = graph.math().exp(logVariance.mul(0.5));
        this.reconstruction = decode(mean.add(epsilon.mul(deviation)));
    }

    private SDVariable encode(SDVariable input, SDVariable steps) {
        SDVariable adapted = affine(input, INPUT_WEIGHT, INPUT_BIAS);
        SDVariable gates = affine(adapted, ENCODER_INPUT, ENCODER_BIAS);
        SDVariable[] perStep =
                graph.unstack(gates.reshape(Batch.STEPS, -1, 4L * shape.hidden()), 0, Batch.STEPS);
        SDVariable[] masks = graph.unstack(steps, 0, Batch.STEPS);
        Lstm.State state = null;
        for (int t = 0; t < Batch.STEPS; t++) {
            Lstm.State after = lstm.step(perStep[t], weight(ENCODER_RECURRENT), state);
            state = lstm.keep(state, after, masks[t]);
        }
        return state.output();
    }

    private SDVariable decode(SDVariable latent) {
        SDVariable expanded = graph.math().tanh(affine(latent, EXPAND_WEIGHT, EXPAND_BIAS));
        SDVariable gates = affine(expanded, DECODER_INPUT, DECODER_BIAS);
        SDVariable[] outputs = new SDVariable[Batch.STEPS];
        Lstm.State state = null;
        for (int t = 0; t < Batch.STEPS; t++) {
            state = lstm.step(gates, weight(DECODER_RECURRENT), state);
            outputs[t] = state.output();
        }
        SDVariable stacked = graph.stack(0, outputs).reshape(-1, shape.inner());
        return affine(stacked, OUTPUT_WEIGHT, OUTPUT_BIAS);
    }

    private SDVariable affine(SDVariable x, CoreTensor weight, CoreTensor bias) {
        return x.mmul(weight(weight)).add(weight(bias));
    }

    private SDVariable affine(SDVariable x, AdaptorTensor weight, AdaptorTensor bias) {
        return x.mmul(weights.get(WeightName.of(weight))).add(weights.get(WeightName.of(bias)));
    }

    private SDVariable weight(CoreTensor name) {
        return weights.get(WeightName.of(name));
    }
}
