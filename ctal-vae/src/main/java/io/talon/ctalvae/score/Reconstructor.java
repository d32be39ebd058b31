// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;

/**
 * The forward pass of the network with z = μ, and nothing else: normalising, errors and calibration
 * lie outside, so that a faster engine can take its place. Deterministic. May own scratch memory:
 * one per thread.
 */
public interface Reconstructor {

    /**
     * Reconstructs one sequence.
     *
     * @param core shared weights
     * @param adaptor the site's weights; its inner width is the core's
     * @param x normalised input, row-major [length × width], oldest flow first, missing values 0
     * @param length flows in the sequence, at least 1
     * @param reconstruction receives x̂ in the order of {@code x}, [length × width] (may be longer)
     * @param latent receives μ (at least latent width long)
     */
    void reconstruct(
            Core core,
            Adaptor adaptor,
            float[] x,
            int length,
            float[] reconstruction,
            float[] latent);
}
