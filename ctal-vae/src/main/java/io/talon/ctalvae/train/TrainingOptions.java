// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.CoreShape;

/**
 * Every choice of pretraining. Start from {@link #defaults()} and change one with a {@code with…}
 * method.
 *
 * @param shape widths of the core
 * @param steps gradient steps
 * @param batch sequences per step
 * @param learningRate of Adam, at the first step
 * @param finalRate share of the learning rate left at the last step, reached along a cosine
 * @param gradientNorm longest gradient (L2 over all weights) before it is scaled down
 * @param inputNoise standard deviation of the noise on the input, in normalised units
 * @param kl weight of the KL divergence once warmed up
 * @param warmUp share of the steps over which that weight rises from 0
 * @param contrast weight of the cosine triplet term
 * @param contrastMargin margin of the cosine triplet term
 * @param injection how anomalies for the triplet term are made
 * @param engine what computes gradients
 * @param seed of weights, batches and noise
 */
public record TrainingOptions(
        CoreShape shape,
        int steps,
        int batch,
        double learningRate,
        double finalRate,
        double gradientNorm,
        double inputNoise,
        double kl,
        double warmUp,
        double contrast,
        double contrastMargin,
        InjectionOptions injection,
        Engine engine,
        long seed) {

    public TrainingOptions {
        Checks.atLeast(1, "steps", steps);
        Checks.atLeast(1, "batch", batch);
        Checks.positive("learning rate", learningRate);
        Checks.share("final rate", finalRate);
        Checks.positive("gradient norm", gradientNorm);
        Checks.notNegative("input noise", inputNoise);
        Checks.notNegative("KL weight", kl);
        Checks.share("warm-up", warmUp);
        Checks.notNegative("contrast weight", contrast);
        Checks.notNegative("contrast margin", contrastMargin);
    }

    /** What the shipped model is trained with. */
    public static TrainingOptions defaults() {
        return new TrainingOptions(
                CoreShape.DEFAULT,
                600,
                64,
                3e-3,
                0.05,
                1,
                0.1,
                1e-3,
                0.3,
                0.1,
                0.5,
                InjectionOptions.defaults(),
                Engine.PLAIN,
                0);
    }

    public TrainingOptions withSteps(int value) {
        return new TrainingOptions(
                shape,
                value,
                batch,
                learningRate,
                finalRate,
                gradientNorm,
                inputNoise,
                kl,
                warmUp,
                contrast,
                contrastMargin,
                injection,
                engine,
                seed);
    }

    public TrainingOptions withSeed(long value) {
        return new TrainingOptions(
                shape,
                steps,
                batch,
                learningRate,
                finalRate,
                gradientNorm,
                inputNoise,
                kl,
                warmUp,
                contrast,
                contrastMargin,
                injection,
                engine,
                value);
    }

    public TrainingOptions withEngine(Engine value) {
        return new TrainingOptions(
                shape,
                steps,
                batch,
                learningRate,
                finalRate,
                gradientNorm,
                inputNoise,
                kl,
                warmUp,
                contrast,
                contrastMargin,
                injection,
                value,
                seed);
    }
}
