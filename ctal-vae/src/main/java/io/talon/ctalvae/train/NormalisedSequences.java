// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sequences normalised with the statistics of the site they are from. Sequences of several sites
 * may be added, each with its own statistics. Not thread-safe.
 */
public final class NormalisedSequences {
    private final int width;
    private final List<TrainingSequence> all = new ArrayList<>();

    /**
     * @param width features per flow
     */
    public NormalisedSequences(int width) {
        this.width = width;
    }

    /** Normalises and adds the sequences of a site. */
    public NormalisedSequences add(Collection<Sequence> sequences, Normaliser site) {
        sequences.forEach(sequence -> all.add(normalised(sequence, site)));
        return this;
    }

    static TrainingSequence normalised(Sequence sequence, Normaliser site) {
        float[] values = new float[sequence.length() * sequence.width()];
        float[] present = new float[values.length];
        site.normalise(sequence, values, present);
        return new TrainingSequence(sequence.length(), sequence.width(), values, present);
    }

    /** Features per flow. */
    public int width() {
        return width;
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    List<TrainingSequence> all() {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there are no sequences to learn from");
        }
        return all;
    }
}
