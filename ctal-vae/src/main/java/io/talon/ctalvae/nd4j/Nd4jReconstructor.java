// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.nd4j;

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

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.BatchReconstructor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The forward pass in ND4J, step by step over all sequences. Keeps the core used last as arrays.
 */
final class Nd4jReconstructor implements BatchReconstructor {
    private Nd4jCore core;

    /** Loads ND4J's native code, or fails to link where there is none. */
    Nd4jReconstructor() {
        Nd4j.getExecutioner();
    }

    @Override
    public void reconstruct(
            SiteModel model,
            int sequences,
            int length,
            float[] x,
            float[] reconstruction,
            float[] latent) {
        Nd4jCore weights = core(model.core());
        Adaptor adaptor = model.site().adaptor();
        int width = adaptor.width();
        INDArray in =
                affine(
                        matrix(timeMajor(x, sequences, length, width), width),
                        matrix(adaptor.inputWeight(), adaptor.inner()),
                        Nd4j.createFromArray(adaptor.inputBias()));
        INDArray h = encode(affine(in, weights, ENCODER_INPUT, ENCODER_BIAS), weights, sequences);
        INDArray mean = affine(h, weights, MEAN_WEIGHT, MEAN_BIAS);
        INDArray fed = Transforms.tanh(affine(mean, weights, EXPAND_WEIGHT, EXPAND_BIAS), false);
        INDArray gates = affine(fed, weights, DECODER_INPUT, DECODER_BIAS);
        Nd4jLstm decoder = new Nd4jLstm(weights.get(DECODER_RECURRENT), sequences);
        INDArray out = matrix(adaptor.outputWeight(), width);
        INDArray bias = Nd4j.createFromArray(adaptor.outputBias());
        for (int t = length - 1; t >= 0; t--) {
            float[] y = affine(decoder.step(gates), out, bias).dup('c').data().asFloat();
            for (int i = 0; i < sequences; i++) {
                System.arraycopy(y, i * width, reconstruction, (i * length + t) * width, width);
            }
        }
        System.arraycopy(mean.dup('c').data().asFloat(), 0, latent, 0, (int) mean.length());
    }

    private static INDArray encode(INDArray gates, Nd4jCore weights, int sequences) {
        Nd4jLstm encoder = new Nd4jLstm(weights.get(ENCODER_RECURRENT), sequences);
        INDArray h = null;
        for (int at = 0; at < gates.rows(); at += sequences) {
            h =
                    encoder.step(
                            gates.get(
                                    NDArrayIndex.interval(at, at + sequences), NDArrayIndex.all()));
        }
        return h;
    }

    private Nd4jCore core(Core wanted) {
        if (core == null || core.source() != wanted) {
            core = new Nd4jCore(wanted);
        }
        return core;
    }

    static INDArray matrix(float[] values, int columns) {
        return Nd4j.createFromArray(values).reshape('c', values.length / columns, columns);
    }

    private static INDArray affine(
            INDArray x, Nd4jCore weights, CoreTensor weight, CoreTensor bias) {
        return affine(x, weights.get(weight), weights.get(bias));
    }

    private static INDArray affine(INDArray x, INDArray weight, INDArray bias) {
        return x.mmul(weight).addiRowVector(bias);
    }

    private static float[] timeMajor(float[] x, int sequences, int length, int width) {
        float[] turned = new float[sequences * length * width];
        for (int i = 0; i < sequences; i++) {
            for (int t = 0; t < length; t++) {
                System.arraycopy(
                        x, (i * length + t) * width, turned, (t * sequences + i) * width, width);
            }
        }
        return turned;
    }
}
