// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** One measure: rows down, pairs across. */
final class PairTable {
    /**
     * A measure and what it is called.
     *
     * @param name in the outcomes
     * @param title of the table
     */
    record Measure(String name, String title) {}

    static final List<Measure> MAIN =
            List.of(
                    new Measure("auroc", "AUROC by pair"),
                    new Measure("auprc", "AUPRC by pair"),
                    new Measure("mcc", "MCC by pair"),
                    new Measure("false_alarms", "False alarms by pair"),
                    new Measure("recall@10", "Recall at 10 alerts a day by pair"),
                    new Measure("recall@50", "Recall at 50 alerts a day by pair"));

    private PairTable() {}

    static Table of(Results results, Measure measure) {
        List<String> heads = new ArrayList<>(List.of("row"));
        heads.addAll(results.pairs());
        Table table = new Table(measure.title(), heads);
        for (String row : results.rows()) {
            List<String> cells = new ArrayList<>(List.of(row));
            for (String pair : results.pairs()) {
                cells.add(Figures.of(results.ofRow(row).ofPair(pair).interval(measure.name())));
            }
            table.add(cells);
        }
        return table;
    }
}
