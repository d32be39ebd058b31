// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.NormalisedTriplets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Triplets with the sequences that they name. */
final class Lesson {
    private final List<Triplet> triplets;
    private final SiteFlows flows;

    Lesson(List<Triplet> triplets, SiteFlows flows) {
        this.triplets = triplets;
        this.flows = flows;
    }

    boolean isEmpty() {
        return triplets.isEmpty();
    }

    /** Anchors and positives, each once. */
    Set<Sequence> ordinary() {
        Set<Sequence> all = new LinkedHashSet<>();
        triplets.stream()
                .flatMap(t -> Stream.of(t.anchor(), t.positive()))
                .filter(Objects::nonNull)
                .map(flows::get)
                .forEach(all::add);
        return all;
    }

    /** Negatives, each once. */
    Set<Sequence> negatives() {
        Set<Sequence> all = new LinkedHashSet<>();
        triplets.stream()
                .map(Triplet::negative)
                .filter(Objects::nonNull)
                .map(flows::get)
                .forEach(all::add);
        return all;
    }

    NormalisedTriplets normalised(Normaliser site) {
        NormalisedTriplets normalised = new NormalisedTriplets(site);
        triplets.forEach(
                t ->
                        normalised.add(
                                flows.get(t.anchor()),
                                flows.get(t.positive()),
                                flows.get(t.negative())));
        return normalised;
    }
}
