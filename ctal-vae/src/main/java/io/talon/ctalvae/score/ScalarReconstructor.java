// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static io.talon.ctalvae.model.CoreTensor.DECODER_BIAS;
import static io.talon.ctalvae.model.CoreTensor.DECODER_INPUT;
import static io.talon.ctalvae.model.CoreTensor.DECODER_RECURRENT;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_BIAS;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_INPUT;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_RECURRENT;
import static io.talon.ctalvae.model.CoreTensor.EXPAND_BIAS;
import static io.talon.ctalvae.model.CoreTensor.EXPAND_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.MEAN_BIAS;
import static io.talon.ctalvae.model.CoreTensor.MEAN_WEIGHT;

import io.talon.ctalvae.matrix.Activation;
import io.talon.ctalvae.matrix.Gemm;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;

/**
 * The forward pass in plain Java: the reference that faster engines must agree with. Keeps the
 * weights used last as rows, and allocates only when they change. Not thread-safe.
 */
public final class ScalarReconstructor implements Reconstructor {
    private final CoreShape shape;
    private final LstmState encoder;
    private final LstmState decoder;
    private final float[] inner;
    private final float[] mean;
    private final float[] expanded;
    private final float[] decoderGates;
    private CoreRows core;
    private AdaptorRows adaptor;

    /** A reconstructor for cores of this shape. */
    public ScalarReconstructor(CoreShape shape) {
        this.shape = shape;
        this.encoder = new LstmState(shape.hidden());
        this.decoder = new LstmState(shape.inner());
        this.inner = new float[shape.inner()];
        this.mean = new float[shape.latent()];
        this.expanded = new float[shape.hidden()];
        this.decoderGates = new float[4 * shape.inner()];
    }

    @Override
    public void reconstruct(
            Core weights,
            Adaptor site,
            float[] x,
            int length,
            float[] reconstruction,
            float[] latent) {
        if (core == null || core.source() != weights) {
            core = new CoreRows(weights);
        }
        if (adaptor == null || adaptor.source() != site) {
            adaptor = new AdaptorRows(site);
        }
        encode(x, length);
        affine(encoder.output(), core.get(MEAN_WEIGHT), core.bias(MEAN_BIAS), mean);
        affine(mean, core.get(EXPAND_WEIGHT), core.bias(EXPAND_BIAS), expanded);
        Activation.tanh(expanded);
        decode(length, reconstruction);
        System.arraycopy(mean, 0, latent, 0, shape.latent());
    }

    private void encode(float[] x, int length) {
        encoder.reset();
        for (int t = 0; t < length; t++) {
            System.arraycopy(x, t * adaptor.width(), adaptor.flow(), 0, adaptor.width());
            affine(adaptor.flow(), adaptor.input(), adaptor.inputBias(), inner);
            affine(inner, core.get(ENCODER_INPUT), core.bias(ENCODER_BIAS), encoder.gates());
            encoder.step(core.get(ENCODER_RECURRENT));
        }
    }

    /** The decoder emits the newest flow first. */
    private void decode(int length, float[] reconstruction) {
        decoder.reset();
        affine(expanded, core.get(DECODER_INPUT), core.bias(DECODER_BIAS), decoderGates);
        for (int t = length - 1; t >= 0; t--) {
            System.arraycopy(decoderGates, 0, decoder.gates(), 0, decoderGates.length);
            decoder.step(core.get(DECODER_RECURRENT));
            affine(decoder.output(), adaptor.output(), adaptor.outputBias(), adaptor.flow());
            System.arraycopy(
                    adaptor.flow(), 0, reconstruction, t * adaptor.width(), adaptor.width());
        }
    }

    /** y = x·W + b */
    private static void affine(float[] x, float[][] weight, float[] bias, float[] y) {
        System.arraycopy(bias, 0, y, 0, y.length);
        Gemm.addRow(x, weight, y);
    }
}
