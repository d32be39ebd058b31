// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.sequence.Sequence;

/**
 * Scores the last flow of a sequence in the light of those before it. Deterministic: the same
 * sequence gives the same score, whatever was scored before. Owns its scratch memory and is
 * therefore not thread-safe: one per thread.
 */
public interface Scorer {

    /**
     * @throws IllegalArgumentException if the sequence has another feature profile than the model
     */
    Score score(Sequence sequence);

    /**
     * Says which features make up the score that {@link #score} gives for the same sequence.
     *
     * @throws IllegalArgumentException if the sequence has another feature profile than the model
     */
    Explanation explain(Sequence sequence);
}
