// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.metric.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Budgets and what became of them. Pairs are kinds of sites or captures, rows are budgets. */
public final class CalibrationReport {
    private final Header header;

    public CalibrationReport(Header header) {
        this.header = header;
    }

    /** Budgets down, over everything measured. */
    public Table table(String title, Results results) {
        Table table =
                new Table(
                        title,
                        List.of(
                                "budget",
                                "sites",
                                "supported",
                                "realised ÷ budget there",
                                "least to most",
                                "within ±30 % there",
                                "with a threshold that follows",
                                "within ±30 %",
                                "realised ÷ budget where refused",
                                "declared flows, median",
                                "flows needed, median"));
        for (String budget : results.rows()) {
            Results rows = results.ofRow(budget);
            double[] ratios = values(rows, "supported.ratio");
            table.add(
                    List.of(
                            budget,
                            Integer.toString(rows.all().size()),
                            Integer.toString(ratios.length),
                            Figures.of(Interval.of(ratios)),
                            ratios.length == 0
                                    ? "–"
                                    : Figures.of(ratios[0], 2)
                                            + " to "
                                            + Figures.of(ratios[ratios.length - 1], 2),
                            within(rows, "supported.within", ratios.length),
                            Figures.of(Interval.of(values(rows, "supported.followed.ratio"))),
                            within(rows, "supported.followed.within", ratios.length),
                            Figures.of(Interval.of(values(rows, "refused.ratio"))),
                            median(values(rows, "flows")),
                            median(values(rows, "needed"))));
        }
        return table;
    }

    private static String within(Results rows, String measure, int of) {
        return of == 0 ? "–" : Math.round(Arrays.stream(values(rows, measure)).sum()) + " of " + of;
    }

    /** Every capture and budget by itself. */
    private static Table each(Results results) {
        Table table =
                new Table(
                        "Real captures",
                        List.of(
                                "capture",
                                "budget",
                                "declared flows",
                                "flows needed",
                                "supported",
                                "realised",
                                "realised ÷ budget",
                                "with a threshold that follows"));
        for (var outcome : results.all()) {
            table.add(
                    List.of(
                            outcome.cell().pair(),
                            outcome.cell().row(),
                            Long.toString(Math.round(outcome.measure("flows"))),
                            Long.toString(Math.round(outcome.measure("needed"))),
                            outcome.measure("supported") > 0 ? "yes" : "refused",
                            Figures.of(outcome.measure("realised"), 4),
                            Figures.of(outcome.measure("ratio"), 2),
                            Figures.of(outcome.measure("followed.ratio"), 2)));
        }
        return table;
    }

    /** Writes the page and every repetition. */
    public void write(Path folder, Results simulated, Results real, Results all)
            throws IOException {
        Page page =
                new Page(header, "Alert budgets and what becomes of them")
                        .say(
                                "A site is taught with five triplets and calibrated on benign"
                                    + " flows; *realised* is the share of later benign flows below"
                                    + " p = budget. A budget is *supported* if the declared flows"
                                    + " are worth 44 independent ones above the threshold; how"
                                    + " often they come in bursts, and how much the site changes"
                                    + " while it is observed, decides how many flows that takes."
                                    + " `talon adapt --budget` refuses the others and says the"
                                    + " number. *With a threshold that follows*: the scale of"
                                    + " errors is set anew after every 200 flows below the"
                                    + " threshold, by their median; every flow is judged before it"
                                    + " is learnt from.")
                        .show(table("All simulated sites", simulated));
        for (String kind : simulated.pairs()) {
            page.show(table(kind, simulated.ofPair(kind)));
        }
        page.show(each(real)).write(folder, all);
    }

    private static double[] values(Results results, String measure) {
        return results.all().stream()
                .mapToDouble(o -> o.measure(measure))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
    }

    private static String median(double[] sorted) {
        return sorted.length == 0 ? "–" : Long.toString(Math.round(sorted[sorted.length / 2]));
    }
}
