// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/**
 * Scores batches. What a sequence is given does not depend on what else is in the batch. Owns its
 * scratch memory and is therefore not thread-safe: one per thread. After the first batches it
 * allocates nothing.
 */
public interface BatchScorer {

    /**
     * Measures and calibrates every sequence of the batch; results are then in the batch.
     *
     * @throws IllegalArgumentException if a site was prepared by another engine
     */
    default void score(SequenceBatch batch) {
        measure(batch);
        batch.calibrate();
    }

    /**
     * Measures the three errors of every sequence of the batch, without calibration.
     *
     * @throws IllegalArgumentException if a site was prepared by another engine
     */
    void measure(SequenceBatch batch);

    /**
     * As {@link #measure(SequenceBatch)}, and keeps normalised input, reconstruction and latent
     * mean of every sequence.
     *
     * @param details receives them; made for batches of at least this size
     * @throws IllegalArgumentException if a site was prepared by another engine
     */
    void measure(SequenceBatch batch, ReconstructionDetails details);
}
