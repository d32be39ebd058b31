// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.SiteModel;

/**
 * The forward pass of the network with z = μ over many sequences of one site and one length: what
 * an engine outside this package has to bring, see {@link EngineProvider}. Normalising, errors and
 * calibration are done around it. Deterministic. May own scratch memory: one per thread.
 */
public interface BatchReconstructor {
    /**
     * Reconstructs sequences.
     *
     * @param model whose core and adaptor to use
     * @param sequences how many, at least 1
     * @param length flows of each, at least 1
     * @param x normalised input, row-major [sequences × length × width], oldest flow first, missing
     *     values 0
     * @param reconstruction receives x̂ in the order of {@code x} (may be longer)
     * @param latent receives μ, row-major [sequences × latent] (may be longer)
     */
    void reconstruct(
            SiteModel model,
            int sequences,
            int length,
            float[] x,
            float[] reconstruction,
            float[] latent);
}
