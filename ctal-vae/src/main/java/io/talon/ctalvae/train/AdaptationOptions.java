// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/**
 * Every choice of few-shot adaptation. Start from {@link #defaults()} and change one with a {@code
 * with…} method.
 *
 * @param steps gradient steps
 * @param batch benign sequences per step, and as many with injected anomalies
 * @param learningRate of Adam at the first step; it falls in a straight line, to 0 after the last
 * @param gradientNorm longest gradient (L2 over both adaptors) before it is scaled down
 * @param inputNoise standard deviation of the noise on the input, in normalised units
 * @param kl weight of the KL divergence
 * @param shots weight of reconstructing anchors and positives
 * @param contrast weight of the cosine triplet term
 * @param contrastMargin margin of the cosine triplet term
 * @param hinge weight of the error hinge on the triplets' negatives
 * @param injectedHinge weight of the error hinge on injected anomalies
 * @param hingeMargin reconstruction error that anomalies are pushed up to
 * @param pull weight of the squared distance from the generic adaptor
 * @param injection how anomalies are made
 * @param engine what computes gradients
 * @param seed of batches and noise
 */
public record AdaptationOptions(
        int steps,
        int batch,
        double learningRate,
        double gradientNorm,
        double inputNoise,
        double kl,
        double shots,
        double contrast,
        double contrastMargin,
        double hinge,
        double injectedHinge,
        double hingeMargin,
        double pull,
        InjectionOptions injection,
        Engine engine,
        long seed) {

    public AdaptationOptions {
        Checks.atLeast(0, "steps", steps);
        Checks.atLeast(1, "batch", batch);
        Checks.positive("learning rate", learningRate);
        Checks.positive("gradient norm", gradientNorm);
        Checks.notNegative("input noise", inputNoise);
        Checks.notNegative("KL weight", kl);
        Checks.notNegative("shots weight", shots);
        Checks.notNegative("contrast weight", contrast);
        Checks.notNegative("contrast margin", contrastMargin);
        Checks.notNegative("hinge weight", hinge);
        Checks.notNegative("injected hinge weight", injectedHinge);
        Checks.positive("hinge margin", hingeMargin);
        Checks.notNegative("pull", pull);
    }

    /** The recipe that the published figures stand for. */
    public static AdaptationOptions defaults() {
        return new AdaptationOptions(
                80,
                32,
                4e-3,
                1,
                0.1,
                1e-3,
                0.5,
                0.1,
                0.5,
                0.3,
                0.3,
                20,
                1e-3,
                InjectionOptions.defaults(),
                Engine.FUSED,
                1000);
    }

    public AdaptationOptions withSteps(int value) {
        return new AdaptationOptions(
                value,
                batch,
                learningRate,
                gradientNorm,
                inputNoise,
                kl,
                shots,
                contrast,
                contrastMargin,
                hinge,
                injectedHinge,
                hingeMargin,
                pull,
                injection,
                engine,
                seed);
    }

    public AdaptationOptions withSeed(long value) {
        return new AdaptationOptions(
                steps,
                batch,
                learningRate,
                gradientNorm,
                inputNoise,
                kl,
                shots,
                contrast,
                contrastMargin,
                hinge,
                injectedHinge,
                hingeMargin,
                pull,
                injection,
                engine,
                value);
    }

    public AdaptationOptions withEngine(Engine value) {
        return new AdaptationOptions(
                steps,
                batch,
                learningRate,
                gradientNorm,
                inputNoise,
                kl,
                shots,
                contrast,
                contrastMargin,
                hinge,
                injectedHinge,
                hingeMargin,
                pull,
                injection,
                value,
                seed);
    }

    /** With other weights of the two error hinges; 0 leaves one out. */
    public AdaptationOptions withHinges(double negatives, double injected) {
        return new AdaptationOptions(
                steps,
                batch,
                learningRate,
                gradientNorm,
                inputNoise,
                kl,
                shots,
                contrast,
                contrastMargin,
                negatives,
                injected,
                hingeMargin,
                pull,
                injection,
                engine,
                seed);
    }
}
