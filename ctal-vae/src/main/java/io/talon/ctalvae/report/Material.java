// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a site is taught from, and what is kept back to judge it by: every fifth declared-benign
 * sequence that no triplet names.
 *
 * @param flows sequences that triplets name
 * @param triplets what the analyst says
 * @param benign declared-benign sequences to learn from, in the order of time
 * @param held declared-benign sequences to judge by
 * @param further declared-benign exchanges beside them, for the site's memory
 */
public record Material(
        List<Sequence> flows,
        List<Triplet> triplets,
        List<Sequence> benign,
        List<Sequence> held,
        List<DatedExchange> further) {
    private static final int HELD_EVERY = 5;

    /** Divides the benign sequences. */
    public static Material divide(
            List<Sequence> flows, List<Triplet> triplets, List<Sequence> benign) {
        Set<String> named = new LinkedHashSet<>();
        triplets.forEach(triplet -> triplet.uids().forEach(named::add));
        List<Sequence> learnt = new ArrayList<>();
        List<Sequence> held = new ArrayList<>();
        for (int i = 0; i < benign.size(); i++) {
            Sequence sequence = benign.get(i);
            boolean back = i % HELD_EVERY == HELD_EVERY - 1 && !named.contains(sequence.uid());
            (back ? held : learnt).add(sequence);
        }
        return new Material(
                List.copyOf(flows),
                List.copyOf(triplets),
                List.copyOf(learnt),
                List.copyOf(held),
                List.of());
    }

    /** With these exchanges, none of which is of a sequence above. */
    public Material with(List<DatedExchange> others) {
        return new Material(flows, triplets, benign, held, List.copyOf(others));
    }

    /** The sequences of the triplets' negatives, each once. */
    public List<Sequence> negatives() {
        Map<String, Sequence> byUid =
                flows.stream()
                        .collect(
                                Collectors.toMap(
                                        Sequence::uid,
                                        Function.identity(),
                                        (first, again) -> first));
        return triplets.stream()
                .map(Triplet::negative)
                .filter(Objects::nonNull)
                .distinct()
                .map(byUid::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Without one of the triplets. */
    Material without(int triplet) {
        List<Triplet> fewer = new ArrayList<>(triplets);
        fewer.remove(triplet);
        return new Material(flows, fewer, benign, held, further);
    }
}
