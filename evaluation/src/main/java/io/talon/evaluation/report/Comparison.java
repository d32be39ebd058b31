// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.metric.Interval;
import java.util.List;

/** One row against every other, repetition by repetition. */
final class Comparison {
    private Comparison() {}

    /** Differences of our row to the others; above zero means ours is better. */
    static Table of(Results results, String ours) {
        Table table =
                new Table(
                        ours + " minus the others, paired, all pairs",
                        List.of(
                                "other row",
                                "AUROC",
                                "AUPRC",
                                "MCC",
                                "recall at 10/day",
                                "verdict on MCC"));
        for (String row : results.rows()) {
            if (!row.equals(ours) && !results.ofRow(row).all().isEmpty()) {
                Interval mcc = results.difference(ours, row, "mcc");
                if (mcc.count() > 0) {
                    table.add(
                            List.of(
                                    row,
                                    Figures.of(results.difference(ours, row, "auroc")),
                                    Figures.of(results.difference(ours, row, "auprc")),
                                    Figures.of(mcc),
                                    Figures.of(results.difference(ours, row, "recall@10")),
                                    verdict(mcc)));
                }
            }
        }
        return table;
    }

    private static String verdict(Interval difference) {
        if (difference.isAboveZero()) {
            return "above";
        }
        return difference.isBelowZero() ? "**below**" : "no difference shown";
    }
}
