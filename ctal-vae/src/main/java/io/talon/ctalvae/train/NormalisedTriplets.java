// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Triplets normalised with their site's statistics. Not thread-safe. */
public final class NormalisedTriplets {
    /** A null positive stands for noise, a null negative for an injected anomaly. */
    record Triplet(TrainingSequence anchor, TrainingSequence positive, TrainingSequence negative) {}

    private final Normaliser site;
    private final List<Triplet> all = new ArrayList<>();

    public NormalisedTriplets(Normaliser site) {
        this.site = site;
    }

    /**
     * Adds a triplet.
     *
     * @param anchor a benign sequence
     * @param positive another benign one, or null: the anchor with noise
     * @param negative an anomalous one, or null: the anchor with an injected anomaly
     */
    public NormalisedTriplets add(Sequence anchor, Sequence positive, Sequence negative) {
        Objects.requireNonNull(anchor, "a triplet needs an anchor");
        all.add(new Triplet(normalised(anchor), normalised(positive), normalised(negative)));
        return this;
    }

    private TrainingSequence normalised(Sequence sequence) {
        return sequence == null ? null : NormalisedSequences.normalised(sequence, site);
    }

    List<Triplet> all() {
        return all;
    }
}
