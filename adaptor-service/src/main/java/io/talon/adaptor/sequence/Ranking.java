// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts candidates in an order; the same for the same ones. */
final class Ranking {
    private static final Comparator<Candidate> SURPRISING_FIRST =
            Comparator.comparingDouble((Candidate c) -> c.score().error())
                    .reversed()
                    .thenComparing(c -> c.flows().uid());

    private Ranking() {}

    /** The most surprising first, each destination in turn. */
    static List<Candidate> anomalous(List<Candidate> all) {
        return inTurn(all.stream().sorted(SURPRISING_FIRST).toList());
    }

    /** The least surprising first, each destination in turn. */
    static List<Candidate> typical(List<Candidate> all) {
        return inTurn(all.stream().sorted(SURPRISING_FIRST.reversed()).toList());
    }

    /** Each the farthest from all before it (Gonzalez 1985). */
    static List<Candidate> diverse(List<Candidate> all, int most) {
        List<Candidate> chosen = new ArrayList<>();
        double[] nearest = new double[all.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int next = 0;
        while (chosen.size() < Math.min(most, all.size())) {
            Candidate candidate = all.get(next);
            chosen.add(candidate);
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], candidate.distance(all.get(i)));
                next = nearest[i] > nearest[next] ? i : next;
            }
            if (nearest[next] == 0) {
                break;
            }
        }
        return chosen;
    }

    /**
     * Up to {@code most} triplets: two typical sequences of a busy destination, and the most
     * surprising ones that are not the same destination's.
     */
    static List<CandidateList.Proposal> triplets(List<Candidate> all, int most) {
        Map<String, List<Candidate>> byDestination = new HashMap<>();
        List<Candidate> ordinary = all.stream().filter(c -> !c.score().anomalous()).toList();
        ordinary.forEach(
                c -> byDestination.computeIfAbsent(c.destination(), d -> new ArrayList<>()).add(c));
        List<List<Candidate>> busy =
                byDestination.values().stream()
                        .filter(list -> list.size() > 1)
                        .sorted(
                                Comparator.comparingInt((List<Candidate> list) -> list.size())
                                        .reversed()
                                        .thenComparing(list -> list.get(0).destination()))
                        .limit(most)
                        .toList();
        List<Candidate> strange =
                anomalous(all).stream()
                        .filter(c -> c.score().anomalous() && !c.flows().declaredBenign())
                        .toList();
        List<CandidateList.Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < busy.size(); i++) {
            List<Candidate> pair =
                    busy.get(i).stream().sorted(SURPRISING_FIRST.reversed()).toList();
            proposals.add(
                    new CandidateList.Proposal(
                            pair.get(0).flows().uid(),
                            pair.get(pair.size() / 2).flows().uid(),
                            i < strange.size() ? strange.get(i).flows().uid() : null));
        }
        return proposals;
    }

    /** The first of every destination, then the second of each, and so on. */
    private static List<Candidate> inTurn(List<Candidate> sorted) {
        Map<String, List<Candidate>> byDestination = new LinkedHashMap<>();
        sorted.forEach(
                c -> byDestination.computeIfAbsent(c.destination(), d -> new ArrayList<>()).add(c));
        List<Candidate> turns = new ArrayList<>(sorted.size());
        for (int round = 0; turns.size() < sorted.size(); round++) {
            for (List<Candidate> list : byDestination.values()) {
                if (round < list.size()) {
                    turns.add(list.get(round));
                }
            }
        }
        return turns;
    }
}
