// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.simulated;

import io.talon.evaluation.metric.Interval;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@link SimulatedResults} as a Markdown table: one row per attack family, means over sites and
 * draws.
 */
public final class SimulatedTable {
    private final SimulatedResults results;

    public SimulatedTable(SimulatedResults results) {
        this.results = results;
    }

    /** The table, with a line on false alarms below. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(
                "| attack | flows | AUROC before | AUROC after %d triplets | worst | L2 of the sequence, site statistics | found at the threshold |\n"
                        .formatted(results.triplets()));
        text.append("|---|---|---|---|---|---|---|\n");
        results.families().stream()
                .map(FamilyResult::family)
                .distinct()
                .sorted()
                .forEach(f -> text.append(row(f)));
        double before =
                results.sites().stream()
                        .mapToDouble(SiteResult::before)
                        .average()
                        .orElse(Double.NaN);
        double after =
                results.sites().stream()
                        .mapToDouble(SiteResult::after)
                        .average()
                        .orElse(Double.NaN);
        text.append(
                String.format(
                        Locale.ROOT,
                        "%nBenign flows above the threshold: %.2f %% before, %.2f %% after. Model"
                                + " %s; means over %d sites and draws, ± 95 %%.%n",
                        100 * before,
                        100 * after,
                        results.model(),
                        results.sites().size()));
        return text.toString();
    }

    private String row(String family) {
        List<FamilyResult> own =
                results.families().stream().filter(r -> r.family().equals(family)).toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %.3f | %s | %.0f %% |%n",
                family,
                own.stream().mapToInt(FamilyResult::flows).sum(),
                cell(own, FamilyResult::before),
                cell(own, FamilyResult::after),
                own.stream().mapToDouble(FamilyResult::after).min().orElse(Double.NaN),
                cell(own, FamilyResult::l2),
                100 * own.stream().mapToDouble(FamilyResult::found).average().orElse(Double.NaN));
    }

    private static String cell(List<FamilyResult> results, ToDoubleFunction<FamilyResult> measure) {
        Interval interval = Interval.of(results.stream().mapToDouble(measure).toArray());
        return String.format(Locale.ROOT, "%.3f ± %.3f", interval.mean(), interval.halfWidth());
    }
}
