// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.metric.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One row against whichever of its rivals is best in each measure of each set, chosen afterwards:
 * the harshest comparison. Differences are paired by site, draw and seed.
 */
final class RivalTable {
    private static final Map<String, String> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("auprc", "AUPRC");
        MEASURES.put("recall@10", "recall at 10/day");
        MEASURES.put("recall@50", "recall at 50/day");
    }

    private RivalTable() {}

    /**
     * @param sets name of a line → the pairs that it is the mean of
     * @param rivals which rows are compared with
     */
    static Table of(
            String title,
            Results results,
            String ours,
            Predicate<String> rivals,
            Map<String, List<String>> sets) {
        List<String> heads = new ArrayList<>(List.of("set"));
        for (String measure : MEASURES.values()) {
            heads.addAll(List.of(measure, "best rival", "difference"));
        }
        Table table = new Table(title, heads);
        for (var set : sets.entrySet()) {
            Results part =
                    new Results(
                            results.all().stream()
                                    .filter(o -> set.getValue().contains(o.cell().pair()))
                                    .toList());
            List<String> cells = new ArrayList<>(List.of(set.getKey()));
            MEASURES.keySet().forEach(m -> cells.addAll(compared(part, ours, rivals, m)));
            table.add(cells);
        }
        return table;
    }

    private static List<String> compared(
            Results part, String ours, Predicate<String> rivals, String measure) {
        Optional<String> best =
                part.rows().stream()
                        .filter(rivals)
                        .max(
                                Comparator.comparingDouble(
                                        r -> part.ofRow(r).interval(measure).mean()));
        String own = Figures.of(part.ofRow(ours).interval(measure));
        if (best.isEmpty()) {
            return List.of(own, "–", "–");
        }
        double rival = part.ofRow(best.get()).interval(measure).mean();
        Interval difference = part.difference(ours, best.get(), measure);
        return List.of(
                own,
                Figures.of(rival, 3) + " " + best.get().split(",")[0],
                Figures.of(difference)
                        + (difference.isAboveZero()
                                ? " above"
                                : difference.isBelowZero() ? " **below**" : ""));
    }
}
