// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.check;

import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Triplets beside the flows that they name. */
final class TaughtTriplets {
    private static final int SHOWN = 5;

    private final List<Triplet> triplets;
    private final Map<String, Sequence> byUid = new HashMap<>();
    private final Set<String> declared = new LinkedHashSet<>();

    TaughtTriplets(Iterable<Sequence> flows, List<Triplet> triplets, List<Sequence> benign) {
        this.triplets = triplets;
        Set<String> wanted = new LinkedHashSet<>();
        triplets.forEach(t -> t.uids().forEach(wanted::add));
        for (Sequence sequence : benign) {
            declared.add(sequence.uid());
            keep(sequence, wanted);
        }
        flows.forEach(sequence -> keep(sequence, wanted));
    }

    private void keep(Sequence sequence, Set<String> wanted) {
        if (wanted.contains(sequence.uid())) {
            byUid.put(sequence.uid(), sequence);
        }
    }

    /** Sequences of the negatives that are known, each once. */
    List<Sequence> negatives() {
        return triplets.stream()
                .map(Triplet::negative)
                .filter(Objects::nonNull)
                .distinct()
                .map(byUid::get)
                .filter(Objects::nonNull)
                .toList();
    }

    List<Finding> findings(Normaliser site) {
        List<Finding> findings = new ArrayList<>();
        unknown(findings);
        repeated(findings);
        contradictions(findings, site);
        nearNegatives(findings, site);
        return findings;
    }

    private void unknown(List<Finding> findings) {
        List<String> missing =
                triplets.stream()
                        .flatMap(Triplet::uids)
                        .filter(uid -> !byUid.containsKey(uid))
                        .distinct()
                        .toList();
        long unusable = triplets.stream().filter(t -> t.uids().anyMatch(missing::contains)).count();
        if (unusable > 0) {
            findings.add(
                    Finding.refusal(
                            "%d of %d triplets are usable: no flow has the uid %s. Add the log that"
                                    + " holds it to --flows, or leave those triplets out",
                            triplets.size() - unusable, triplets.size(), some(missing)));
        }
    }

    private void repeated(List<Finding> findings) {
        long different = triplets.stream().distinct().count();
        if (different < triplets.size()) {
            findings.add(
                    Finding.warning(
                            "%d of %d triplets are usable: the others repeat them. Give other flows"
                                    + " for more",
                            different, triplets.size()));
        }
    }

    private void contradictions(List<Finding> findings, Normaliser site) {
        Set<String> ordinary = new LinkedHashSet<>();
        Set<String> strange = new LinkedHashSet<>();
        for (Triplet t : triplets) {
            ordinary.add(t.anchor());
            if (t.positive() != null) {
                ordinary.add(t.positive());
            }
            if (t.negative() != null) {
                strange.add(t.negative());
            }
        }
        Set<String> both = new TreeSet<>(strange);
        both.retainAll(ordinary);
        if (!both.isEmpty()) {
            findings.add(
                    Finding.refusal(
                            "triplets contradict one another: %s is a negative in one and an anchor"
                                    + " or positive in another. Decide which it is",
                            some(List.copyOf(both))));
        }
        Set<String> declaredToo = new TreeSet<>(strange);
        declaredToo.retainAll(declared);
        if (!declaredToo.isEmpty()) {
            findings.add(
                    Finding.refusal(
                            "%s is a negative, but also among the flows declared benign. Take it"
                                    + " out of one of the two",
                            some(List.copyOf(declaredToo))));
        }
        for (String uid : strange) {
            Sequence negative = byUid.get(uid);
            ordinary.stream()
                    .filter(o -> !o.equals(uid) && byUid.containsKey(o) && negative != null)
                    .filter(o -> Distance.of(negative, byUid.get(o), site) == 0)
                    .findFirst()
                    .ifPresent(
                            o ->
                                    findings.add(
                                            Finding.warning(
                                                    "the negative %s and the ordinary flow %s have"
                                                            + " the same value in every feature: no"
                                                            + " model can tell them apart. Choose"
                                                            + " another negative",
                                                    uid, o)));
        }
    }

    private void nearNegatives(List<Finding> findings, Normaliser site) {
        List<String> near = new ArrayList<>();
        int compared = 0;
        for (Triplet t : triplets) {
            Sequence anchor = byUid.get(t.anchor());
            Sequence positive = t.positive() == null ? null : byUid.get(t.positive());
            Sequence negative = t.negative() == null ? null : byUid.get(t.negative());
            if (anchor != null && positive != null && negative != null) {
                compared++;
                if (Distance.of(anchor, negative, site) < Distance.of(anchor, positive, site)) {
                    near.add(t.negative());
                }
            }
        }
        if (!near.isEmpty()) {
            findings.add(
                    Finding.warning(
                            "in %d of %d triplets the negative is nearer to the anchor than the"
                                + " positive is (%s): check that they are not mixed up, or choose"
                                + " positives that resemble their anchors",
                            near.size(), compared, some(near)));
        }
    }

    private static String some(List<String> uids) {
        String shown = String.join(", ", uids.subList(0, Math.min(SHOWN, uids.size())));
        return uids.size() > SHOWN ? shown + " and " + (uids.size() - SHOWN) + " more" : shown;
    }
}
