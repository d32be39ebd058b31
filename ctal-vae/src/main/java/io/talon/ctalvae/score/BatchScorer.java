// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/**
 * Scores batches. What a sequence is given does not depend on what else is in the batch, to the bit
 * (with an engine of an {@link EngineProvider}: up to rounding). Owns its scratch memory and is
 * therefore not thread-safe: one per thread. After the first batches it allocates nothing (but for
 * such an engine).
 *
 * <pre>{@code
 * ReconstructionDetails details = new ReconstructionDetails(SequenceBatch::anomalous);
 * scorer.score(batch, details);
 * if (batch.anomalous(i)) {
 *     Explanation why = details.explain(i);
 * }
 * }</pre>
 */
public interface BatchScorer {
    /**
     * Measures and calibrates every sequence of the batch; results are then in the batch.
     *
     * @throws IllegalArgumentException if a site was prepared by another engine
     */
    void score(SequenceBatch batch);

    /**
     * As {@link #score(SequenceBatch)}, and on the same pass keeps what explains the sequences that
     * the details choose, which may look at all results of a sequence.
     *
     * @param details receives them; overwritten by the next batch
     * @throws IllegalArgumentException if a site was prepared by another engine
     */
    void score(SequenceBatch batch, ReconstructionDetails details);

    /**
     * Measures the three errors of every sequence of the batch, without calibration.
     *
     * @throws IllegalArgumentException if a site was prepared by another engine
     */
    void measure(SequenceBatch batch);

    /**
     * As {@link #measure(SequenceBatch)}, and keeps normalised input, reconstruction and latent
     * mean of the sequences that the details choose, which may look at the three errors.
     *
     * @param details receives them; overwritten by the next batch
     * @throws IllegalArgumentException if a site was prepared by another engine
     */
    void measure(SequenceBatch batch, ReconstructionDetails details);
}
