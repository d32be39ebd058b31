// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static io.talon.ctalvae.model.CoreTensor.LOG_VARIANCE_BIAS;
import static io.talon.ctalvae.model.CoreTensor.LOG_VARIANCE_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.MEAN_BIAS;
import static io.talon.ctalvae.model.CoreTensor.MEAN_WEIGHT;

import java.util.Arrays;
import java.util.List;

/**
 * The loss and its gradients written out by hand in plain Java. Needs no native code, and gives the
 * same bits on every machine. A test holds it against {@link LossGraph}.
 */
final class PlainGradients implements Gradients {
    private final List<WeightName> trained;
    private final CosineContrast contrast;
    private final double hingeMargin;

    /**
     * @param trained the tensors that gradients are wanted for
     * @param triplets the cosine term
     * @param hingeMargin M, the error that repelled sequences are pushed up to
     */
    PlainGradients(List<WeightName> trained, TripletTerm triplets, double hingeMargin) {
        this.trained = List.copyOf(trained);
        this.contrast = new CosineContrast(triplets);
        this.hingeMargin = hingeMargin;
    }

    @Override
    public LossAndGradients evaluate(Weights weights, Batch batch) {
        int latent = weights.shape().latent();
        FloatWeights floats = new FloatWeights(weights, trained);
        Encoder encoder = new Encoder(floats, batch);
        Decoder decoder = new Decoder(floats, batch);
        Affine mean =
                new Affine(
                        floats.get(MEAN_WEIGHT),
                        floats.get(MEAN_BIAS),
                        floats.gradient(MEAN_WEIGHT),
                        floats.gradient(MEAN_BIAS));
        Affine logVariance =
                new Affine(
                        floats.get(LOG_VARIANCE_WEIGHT),
                        floats.get(LOG_VARIANCE_BIAS),
                        floats.gradient(LOG_VARIANCE_WEIGHT),
                        floats.gradient(LOG_VARIANCE_BIAS));

        float[][] last = encoder.forward();
        Posterior posterior =
                new Posterior(
                        flat(mean.forward(batch.size, last)),
                        flat(logVariance.forward(batch.size, last)),
                        latent);
        double[] error = decoder.forward(posterior.sample(batch.epsilon));
        double loss = 0;
        for (int b = 0; b < batch.size; b++) {
            double below = Math.max(0, hingeMargin - error[b]);
            loss += batch.reconstruction[b] * error[b] + batch.hinge[b] * below;
            error[b] = batch.reconstruction[b] - (below > 0 ? batch.hinge[b] : 0);
        }
        posterior.backwardSample(decoder.backward(error), batch.epsilon);
        loss += posterior.addDivergence(batch.divergence);
        loss += contrast.add(batch, posterior.mean(), posterior.meanGradient(), latent);

        float[][] lastGradient = new float[batch.size][last[0].length];
        mean.backward(batch.size, last, rows(posterior.meanGradient(), latent), lastGradient);
        logVariance.backward(
                batch.size, last, rows(posterior.logVarianceGradient(), latent), lastGradient);
        encoder.backward(lastGradient);
        return floats.result(loss);
    }

    private static float[] flat(float[][] rows) {
        int width = rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return flat;
    }

    private static float[][] rows(float[] flat, int width) {
        float[][] rows = new float[flat.length / width][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
        return rows;
    }
}
