// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts candidates in an order; the same for the same ones. */
final class Ranking {
    static final Comparator<Candidate> SURPRISING_FIRST =
            Comparator.comparingDouble((Candidate c) -> c.score().error())
                    .reversed()
                    .thenComparing(c -> c.flows().uid());

    private Ranking() {}

    /** The most surprising first, each destination in turn. */
    static List<Candidate> anomalous(List<Candidate> all) {
        return inTurn(all.stream().sorted(SURPRISING_FIRST).toList());
    }

    /**
     * Each pair of hosts in turn, those with the most sequences first, of each pair the most
     * surprising first: an attack is many sequences between two hosts, a stray flow is one.
     */
    static List<Candidate> busiestPairs(List<Candidate> anomalous) {
        Map<String, List<Candidate>> pairs =
                grouped(anomalous.stream().sorted(SURPRISING_FIRST).toList(), Candidate::pair);
        return inTurn(
                pairs.values().stream()
                        .sorted(Comparator.<List<Candidate>>comparingInt(List::size).reversed())
                        .flatMap(List::stream)
                        .toList(),
                Candidate::pair);
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

    /** The ordinary sequences of the busiest destinations, the least surprising of each first. */
    static List<List<Candidate>> busiest(List<Candidate> ordinary, int most) {
        return byDestination(ordinary.stream().sorted(SURPRISING_FIRST.reversed()).toList())
                .values()
                .stream()
                .filter(list -> list.size() > 1)
                .sorted(
                        Comparator.comparingInt((List<Candidate> list) -> list.size())
                                .reversed()
                                .thenComparing(list -> list.get(0).destination()))
                .limit(most)
                .toList();
    }

    private static List<Candidate> inTurn(List<Candidate> sorted) {
        return inTurn(sorted, Candidate::destination);
    }

    /** The first of every group, then the second of each, and so on. */
    private static List<Candidate> inTurn(
            List<Candidate> sorted, Function<Candidate, String> group) {
        Map<String, List<Candidate>> groups = grouped(sorted, group);
        List<Candidate> turns = new ArrayList<>(sorted.size());
        for (int round = 0; turns.size() < sorted.size(); round++) {
            for (List<Candidate> list : groups.values()) {
                if (round < list.size()) {
                    turns.add(list.get(round));
                }
            }
        }
        return turns;
    }

    private static Map<String, List<Candidate>> byDestination(List<Candidate> all) {
        return grouped(all, Candidate::destination);
    }

    private static Map<String, List<Candidate>> grouped(
            List<Candidate> all, Function<Candidate, String> group) {
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        all.forEach(c -> groups.computeIfAbsent(group.apply(c), d -> new ArrayList<>()).add(c));
        return groups;
    }
}
