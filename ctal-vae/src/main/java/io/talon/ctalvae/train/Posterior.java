// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/**
 * The latent distribution of a batch's sequences, N(μ, σ²) with log σ² limited to −8…4, and the
 * gradients of its parameters. All arrays are [size × latent].
 */
final class Posterior {
    static final double LOWEST_LOG_VARIANCE = -8;
    static final double HIGHEST_LOG_VARIANCE = 4;

    private final int latent;
    private final float[] mean;
    private final float[] logVariance;
    private final boolean[] limited;
    private final float[] deviation;
    private final float[] meanGradient;
    private final float[] logVarianceGradient;

    /** Takes the arrays over. */
    Posterior(float[] mean, float[] logVariance, int latent) {
        this.latent = latent;
        this.mean = mean;
        this.logVariance = logVariance;
        this.limited = new boolean[mean.length];
        this.deviation = new float[mean.length];
        this.meanGradient = new float[mean.length];
        this.logVarianceGradient = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double free = logVariance[i];
            double value = Math.max(LOWEST_LOG_VARIANCE, Math.min(HIGHEST_LOG_VARIANCE, free));
            limited[i] = value != free;
            logVariance[i] = (float) value;
            // StrictMath: the same bits on every machine
            deviation[i] = (float) StrictMath.exp(0.5 * value);
        }
    }

    float[] mean() {
        return mean;
    }

    float[] meanGradient() {
        return meanGradient;
    }

    float[] logVarianceGradient() {
        return logVarianceGradient;
    }

    /** z = μ + ε·σ. */
    float[] sample(float[] epsilon) {
        float[] z = new float[mean.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = mean[i] + epsilon[i] * deviation[i];
        }
        return z;
    }

    /** Takes the gradient of z back to μ and log σ². */
    void backwardSample(float[] z, float[] epsilon) {
        for (int i = 0; i < z.length; i++) {
            meanGradient[i] += z[i];
            if (!limited[i]) {
                logVarianceGradient[i] += 0.5f * z[i] * epsilon[i] * deviation[i];
            }
        }
    }

    /**
     * Adds the KL divergence to N(0, I) and its gradient.
     *
     * @param weights of each sequence [size]
     * @return the weighted sum
     */
    double addDivergence(float[] weights) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            double weight = weights[i / latent];
            double variance = (double) deviation[i] * deviation[i];
            sum += weight * 0.5 * ((double) mean[i] * mean[i] + variance - 1 - logVariance[i]);
            meanGradient[i] += (float) (weight * mean[i]);
            if (!limited[i]) {
                logVarianceGradient[i] += (float) (weight * 0.5 * (variance - 1));
            }
        }
        return sum;
    }
}
