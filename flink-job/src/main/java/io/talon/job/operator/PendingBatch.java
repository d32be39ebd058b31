// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.ctalvae.score.BatchScorer;
import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.PreparedSite;
import io.talon.ctalvae.score.ReconstructionDetails;
import io.talon.ctalvae.score.SequenceBatch;
import io.talon.ctalvae.sequence.FlowHistory;
import java.util.Arrays;

/**
 * Sequences that wait to be scored, each with the index of its active score and, where its site has
 * one, of its shadow score. Copies of a sequence what it needs. Not thread-safe.
 */
final class PendingBatch {

    private static final int NONE = -1;

    private final SequenceBatch batch;

    /** Of what is anomalous; null where nobody wants to know. */
    private final ReconstructionDetails details;

    private final SequencedFlow[] sequences;

    /** Theirs, as they were when they were added: filled again and again. */
    private final FlowHistory[] histories;

    private final int[] shadows;
    private final int[] actives;
    private int size;

    /**
     * @param capacity most sequences
     * @param explaining whether what is anomalous can be explained
     */
    PendingBatch(int capacity, boolean explaining) {
        this.details = explaining ? new ReconstructionDetails(SequenceBatch::anomalous) : null;
        this.batch = new SequenceBatch(2 * capacity, FlowHistory.LENGTH);
        this.sequences = new SequencedFlow[capacity];
        this.histories = new FlowHistory[capacity];
        Arrays.setAll(histories, i -> new FlowHistory());
        this.actives = new int[capacity];
        this.shadows = new int[capacity];
    }

    /**
     * Adds a sequence.
     *
     * @param shadow scored beside the active one; null for none
     * @throws IllegalArgumentException if it is none that the model takes; nothing is added then
     */
    void add(SequencedFlow sequence, PreparedSite active, PreparedSite shadow) {
        FlowHistory history = sequence.history();
        check(active);
        if (shadow != null) {
            check(shadow);
        }
        actives[size] = batch.size();
        batch.add(active, history);
        shadows[size] = shadow == null ? NONE : batch.size();
        if (shadow != null) {
            batch.add(shadow, history);
        }
        histories[size].set(history);
        sequences[size] = sequence.with(histories[size]);
        size++;
    }

    private static void check(PreparedSite site) {
        if (site.width() != FlowHistory.WIDTH) {
            throw new IllegalArgumentException(
                    "flows of %d features; model %s needs %d"
                            .formatted(
                                    FlowHistory.WIDTH, site.model().modelVersion(), site.width()));
        }
    }

    boolean isFull() {
        return size == sequences.length;
    }

    int size() {
        return size;
    }

    void score(BatchScorer scorer) throws BatchFailedException {
        try {
            if (details == null) {
                scorer.score(batch);
            } else {
                scorer.score(batch, details);
            }
        } catch (RuntimeException e) {
            throw new BatchFailedException(e);
        }
    }

    /** As it was when it was added; until the batch is cleared. */
    SequencedFlow sequence(int i) {
        return sequences[i];
    }

    /** Index in {@link #results} of the score that counts. */
    int active(int i) {
        return actives[i];
    }

    /** Why the score that counts is anomalous; it must be. */
    Explanation explanation(int i) {
        return details.explain(actives[i]);
    }

    boolean hasShadow(int i) {
        return shadows[i] != NONE;
    }

    /** Index in {@link #results} of the shadow's score. */
    int shadow(int i) {
        return shadows[i];
    }

    SequenceBatch results() {
        return batch;
    }

    void clear() {
        Arrays.fill(sequences, 0, size, null);
        size = 0;
        batch.clear();
    }
}
