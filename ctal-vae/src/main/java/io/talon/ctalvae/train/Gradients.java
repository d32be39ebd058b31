// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/**
 * CTAL-VAE's loss and its gradients.
 *
 * <pre>
 * e_b  = Σ weight · (x̂ − target)²                      per sequence, weights sum to 1
 * KL_b = ½ Σ (μ² + σ² − 1 − log σ²)                    per sequence, over the latent dimensions
 * loss = Σ_b reconstruction_b · e_b + Σ_b divergence_b · KL_b + Σ_b hinge_b · max(0, M − e_b)
 *        + contrast · mean_k max(0, m − cos(μ_a, μ_p) + cos(μ_a, μ_n))
 * </pre>
 *
 * <p>Not thread-safe.
 */
interface Gradients {

    /** The loss of a batch at these weights, and its gradient for every trained tensor. */
    LossAndGradients evaluate(Weights weights, Batch batch);
}
