// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static io.talon.ctalvae.model.CoreTensor.LOG_VARIANCE_BIAS;
import static io.talon.ctalvae.model.CoreTensor.LOG_VARIANCE_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.MEAN_BIAS;
import static io.talon.ctalvae.model.CoreTensor.MEAN_WEIGHT;

import io.talon.ctalvae.kernel.gradient.GradientKernel;
import io.talon.ctalvae.kernel.gradient.GradientRows;
import java.util.List;

/**
 * The loss and its gradients written out by hand in Java. Needs no native code, and gives the same
 * bits on every machine. Keeps its arrays from step to step. A test holds it against {@link
 * LossGraph}.
 *
 * <p>Loops over rows are methods of their own, here and in what this is made of: what has such a
 * loop is compiled by C2 with all that it calls, and of a whole pass that takes seconds.
 */
final class PlainGradients implements Gradients {
    private final GradientKernel kernel;
    private final FloatWeights floats;
    private final CosineContrast contrast;
    private final double hingeMargin;
    private final Affine mean;
    private final Affine logVariance;
    private Encoder encoder;
    private Decoder decoder;
    private int rows;

    /**
     * @param weights widths, and the values of what is not trained
     * @param trained the tensors that gradients are wanted for
     * @param triplets the cosine term
     * @param hingeMargin M, the error that repelled sequences are pushed up to
     */
    PlainGradients(
            GradientKernel kernel,
            Weights weights,
            List<WeightName> trained,
            TripletTerm triplets,
            double hingeMargin) {
        this.kernel = kernel;
        this.floats = new FloatWeights(weights, trained);
        this.contrast = new CosineContrast(triplets);
        this.hingeMargin = hingeMargin;
        this.mean = new Affine(kernel, floats.get(MEAN_WEIGHT), floats.get(MEAN_BIAS));
        this.logVariance =
                new Affine(kernel, floats.get(LOG_VARIANCE_WEIGHT), floats.get(LOG_VARIANCE_BIAS));
    }

    @Override
    public LossAndGradients evaluate(Weights weights, Batch batch) {
        floats.begin(weights);
        if (rows != batch.size) {
            rows = batch.size;
            encoder = new Encoder(kernel, floats, rows);
            decoder = new Decoder(kernel, floats, rows);
        }
        int latent = mean.outputs();
        float[][] last = encoder.forward(batch);
        Posterior posterior = new Posterior(latent(mean, last), latent(logVariance, last), latent);
        double[] error = decoder.forward(batch, posterior.sample(batch.epsilon));
        double loss = weighted(batch, error);
        posterior.backwardSample(decoder.backward(error), batch.epsilon);
        loss += posterior.addDivergence(batch.divergence);
        loss += contrast.add(batch, posterior.mean(), posterior.meanGradient(), latent);

        float[][] lastGradient = GradientRows.zeros(rows, mean.inputs());
        mean.backward(rows, last, split(posterior.meanGradient(), latent), lastGradient);
        logVariance.backward(
                rows, last, split(posterior.logVarianceGradient(), latent), lastGradient);
        encoder.backward(lastGradient);
        return floats.result(loss);
    }

    /** The loss of errors, each of which becomes its gradient. */
    private double weighted(Batch batch, double[] error) {
        double loss = 0;
        for (int b = 0; b < batch.size; b++) {
            double below = Math.max(0, hingeMargin - error[b]);
            loss += batch.reconstruction[b] * error[b] + batch.hinge[b] * below;
            error[b] = batch.reconstruction[b] - (below > 0 ? batch.hinge[b] : 0);
        }
        return loss;
    }

    /** [rows · latent] */
    private float[] latent(Affine head, float[][] last) {
        float[][] y = GradientRows.zeros(rows, head.outputs());
        head.forward(rows, last, y);
        float[] flat = new float[rows * head.outputs()];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(y[i], 0, flat, i * head.outputs(), head.outputs());
        }
        return flat;
    }

    private float[][] split(float[] flat, int width) {
        float[][] split = GradientRows.zeros(rows, width);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(flat, i * width, split[i], 0, width);
        }
        return split;
    }
}
