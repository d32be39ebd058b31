// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A naive Bayes classifier per protocol and state, and how well it ranks attacks before benign
 * flows there. Flows without a trace are left out.
 */
final class Strata {

    private static final int FEWEST = 50;

    private final Function<Conn, List<String>> trace;
    private final Map<String, Map<String, double[]>> counts = new HashMap<>();
    private final Map<String, double[]> totals = new HashMap<>();

    Strata(Function<Conn, List<String>> trace) {
        this.trace = trace;
    }

    private record Scored(double score, boolean malicious) {}

    void learn(List<Conn> flows) {
        for (Conn c : traced(flows)) {
            int side = side(c);
            totals.computeIfAbsent(stratum(c), k -> new double[2])[side]++;
            Map<String, double[]> seen = counts.computeIfAbsent(stratum(c), k -> new HashMap<>());
            trace.apply(c)
                    .forEach(mark -> seen.computeIfAbsent(mark, k -> new double[] {1, 1})[side]++);
        }
    }

    /** Mean AUROC over the strata in which both labels are frequent, weighted by their attacks. */
    double auroc(List<Conn> flows) {
        double sum = 0;
        double weight = 0;
        for (List<Conn> stratum : frequent(flows).values()) {
            List<Scored> scored =
                    stratum.stream()
                            .map(c -> new Scored(score(c), side(c) == 1))
                            .sorted(Comparator.comparingDouble(Scored::score))
                            .toList();
            long attacks = scored.stream().filter(Scored::malicious).count();
            sum += attacks * auroc(scored, attacks);
            weight += attacks;
        }
        return sum / weight;
    }

    List<String> names(List<Conn> flows) {
        return new ArrayList<>(frequent(flows).keySet());
    }

    private Map<String, List<Conn>> frequent(List<Conn> flows) {
        Map<String, List<Conn>> strata =
                new TreeMap<>(
                        traced(flows).stream().collect(Collectors.groupingBy(Strata::stratum)));
        strata.values()
                .removeIf(
                        s -> {
                            long attacks = s.stream().filter(c -> side(c) == 1).count();
                            return attacks < FEWEST || s.size() - attacks < FEWEST;
                        });
        return strata;
    }

    private List<Conn> traced(List<Conn> flows) {
        return flows.stream().filter(c -> !trace.apply(c).isEmpty()).toList();
    }

    private double score(Conn c) {
        double[] total = totals.getOrDefault(stratum(c), new double[] {1, 1});
        Map<String, double[]> seen = counts.getOrDefault(stratum(c), Map.of());
        double score = 0;
        for (String mark : trace.apply(c)) {
            double[] n = seen.getOrDefault(mark, new double[] {1, 1});
            score += Math.log(n[1] / (total[1] + 1)) - Math.log(n[0] / (total[0] + 1));
        }
        return score;
    }

    /** Sum of ranks, equal scores sharing theirs. */
    private static double auroc(List<Scored> sorted, long attacks) {
        double ranks = 0;
        for (int i = 0; i < sorted.size(); ) {
            int j = i;
            int malicious = 0;
            while (j < sorted.size() && sorted.get(j).score() == sorted.get(i).score()) {
                malicious += sorted.get(j++).malicious() ? 1 : 0;
            }
            ranks += malicious * (i + j + 1) / 2.0;
            i = j;
        }
        double benign = sorted.size() - attacks;
        return (ranks - attacks * (attacks + 1) / 2.0) / (attacks * benign);
    }

    private static int side(Conn c) {
        return c.label().equals("Malicious") ? 1 : 0;
    }

    private static String stratum(Conn c) {
        return c.proto() + " " + c.connState();
    }
}
