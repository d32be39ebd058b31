// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import java.util.List;
import java.util.Random;

/**
 * Trains core and adaptors together on benign sequences: reconstruction, KL divergence with
 * warm-up, and a cosine contrast to injected anomalies.
 */
public final class Pretraining {

    /** What pretraining makes. */
    public record Result(Core core, Adaptor adaptor, double loss) {}

    private final TrainingOptions options;
    private final TrainingProgress progress;

    public Pretraining(TrainingOptions options, TrainingProgress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * @param benign normalised benign sequences, all of one width
     * @throws IllegalArgumentException if there are none
     */
    public Result train(NormalisedSequences benign) {
        List<TrainingSequence> sequences = benign.all();
        Random random = new Draws(options.seed());
        Weights weights = Weights.initial(options.shape(), benign.width(), random);
        AnomalyInjector injector = new AnomalyInjector(options.injection(), sequences, random);
        TripletTerm triplets = new TripletTerm(options.contrast(), options.contrastMargin());
        Gradients gradients = options.engine().gradients(weights, WeightName.all(), triplets, 1);
        Adam adam = new Adam(weights, WeightName.all(), options.gradientNorm());
        double last = Double.NaN;
        for (int step = 0; step < options.steps(); step++) {
            LossAndGradients loss =
                    gradients.evaluate(weights, batch(sequences, injector, random, step));
            adam.step(weights, loss, learningRate(step));
            last = loss.loss();
            progress.step(step + 1, options.steps(), last);
        }
        return new Result(weights.core(), weights.adaptor().rounded(), last);
    }

    private Batch batch(
            List<TrainingSequence> sequences, AnomalyInjector injector, Random random, int step) {
        int n = options.batch();
        int width = sequences.get(0).width();
        BatchBuilder rows =
                new BatchBuilder(
                        3 * n, width, options.shape().latent(), options.inputNoise(), random);
        double kl =
                options.kl() * Math.min(1, step / Math.max(1, options.warmUp() * options.steps()));
        for (int i = 0; i < n; i++) {
            TrainingSequence anchor = sequences.get(random.nextInt(sequences.size()));
            int a = rows.reconstruct(anchor, 1.0 / n, kl / n);
            int p = rows.contrast(anchor, options.inputNoise());
            int q = rows.contrast(injector.inject(anchor), 0);
            rows.triplet(a, p, q);
        }
        return rows.build();
    }

    private double learningRate(int step) {
        double cosine = 0.5 * (1 + Math.cos(Math.PI * step / options.steps()));
        return options.learningRate() * (options.finalRate() + (1 - options.finalRate()) * cosine);
    }
}
