// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import java.util.List;
import java.util.Random;

/**
 * Fits the two adaptors to a site, with the core frozen: reconstruct the site's benign sequences
 * and the triplets' anchors and positives, push the error of negatives and of injected anomalies up
 * to a margin, stay near the generic adaptor. Without the push adaptation hurts: the adaptors learn
 * to reconstruct everything.
 */
public final class Adaptation {
    private final AdaptationOptions options;
    private final TrainingProgress progress;
    private final AdaptorConstraint constraint;

    public Adaptation(AdaptationOptions options, TrainingProgress progress) {
        this(options, progress, AdaptorConstraint.NONE);
    }

    /** With a constraint on the adaptors, as ablations need. */
    public Adaptation(
            AdaptationOptions options, TrainingProgress progress, AdaptorConstraint constraint) {
        this.options = options;
        this.progress = progress;
        this.constraint = constraint;
    }

    /**
     * @param core frozen: not written to
     * @param generic where the adaptors start and what they are pulled to
     * @param benign normalised benign sequences of the site
     * @param triplets normalised triplets of the site
     * @return the site's adaptor, rounded as {@link Adaptor#rounded}
     */
    public Adaptor adapt(
            Core core, Adaptor generic, NormalisedSequences benign, NormalisedTriplets triplets) {
        return fit(core, generic, benign, triplets, WeightName.ofAdaptors()).adaptor().rounded();
    }

    /**
     * As {@link #adapt}, but the core moves too. Only an ablation asks for this: a site whose core
     * has moved is no site of the shared model.
     */
    public Pretraining.Result adaptWithCore(
            Core core, Adaptor generic, NormalisedSequences benign, NormalisedTriplets triplets) {
        Weights weights = fit(core, generic, benign, triplets, WeightName.all());
        return new Pretraining.Result(weights.core(), weights.adaptor().rounded(), Double.NaN);
    }

    private Weights fit(
            Core core,
            Adaptor generic,
            NormalisedSequences benign,
            NormalisedTriplets triplets,
            List<WeightName> trained) {
        Random random = new Draws(options.seed());
        Weights weights = Weights.of(core, generic);
        Weights start = Weights.of(core, generic);
        TripletTerm term = new TripletTerm(options.contrast(), options.contrastMargin());
        Gradients gradients =
                options.engine().gradients(weights, trained, term, options.hingeMargin());
        Adam adam = new Adam(weights, trained, options.gradientNorm());
        AnomalyInjector injector = new AnomalyInjector(options.injection(), benign.all(), random);
        BatchBuilder rows =
                new BatchBuilder(
                        2 * options.batch() + 3 * triplets.all().size(),
                        weights.width(),
                        core.shape().latent(),
                        options.inputNoise(),
                        random);
        for (int step = 0; step < options.steps(); step++) {
            Batch batch = batch(rows.begin(), benign.all(), triplets.all(), injector, random);
            LossAndGradients loss = gradients.evaluate(weights, batch);
            pull(weights, start, loss);
            double left = 1 - (double) step / options.steps();
            adam.step(weights, loss, left * options.learningRate());
            keep(start, weights);
            progress.step(step + 1, options.steps(), loss.loss());
        }
        return weights;
    }

    private void keep(Weights start, Weights now) {
        for (WeightName name : WeightName.ofAdaptors()) {
            int rows = name.rows(now.shape(), now.width());
            int columns = name.columns(now.shape(), now.width());
            constraint.keep(name.adaptor(), start.get(name), now.get(name), rows, columns);
        }
    }

    private Batch batch(
            BatchBuilder rows,
            List<TrainingSequence> benign,
            List<NormalisedTriplets.Triplet> triplets,
            AnomalyInjector injector,
            Random random) {
        int n = options.batch();
        int k = triplets.size();
        for (int i = 0; i < n; i++) {
            TrainingSequence sequence = benign.get(random.nextInt(benign.size()));
            rows.reconstruct(sequence, 1.0 / n, options.kl() / n);
            rows.repel(injector.inject(sequence), options.injectedHinge() / n);
        }
        double shot = options.shots() / (2.0 * k);
        for (NormalisedTriplets.Triplet triplet : triplets) {
            TrainingSequence positive =
                    triplet.positive() == null ? triplet.anchor() : triplet.positive();
            TrainingSequence negative =
                    triplet.negative() == null
                            ? injector.inject(triplet.anchor())
                            : triplet.negative();
            rows.triplet(
                    rows.reconstruct(triplet.anchor(), shot, shot * options.kl()),
                    rows.reconstruct(positive, shot, shot * options.kl()),
                    rows.repel(negative, options.hinge() / k));
        }
        return rows.build();
    }

    private void pull(Weights weights, Weights start, LossAndGradients loss) {
        for (WeightName name : WeightName.ofAdaptors()) {
            double[] gradient = loss.gradient(name);
            double[] now = weights.get(name);
            double[] then = start.get(name);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += 2 * options.pull() * (now[i] - then[i]);
            }
        }
    }
}
