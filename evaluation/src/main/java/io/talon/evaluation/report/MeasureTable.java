// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows down, measures across. */
public final class MeasureTable {
    private MeasureTable() {}

    /**
     * @param measures name in the outcomes → head of the column
     */
    public static Table of(String title, Results results, Map<String, String> measures) {
        List<String> heads = new ArrayList<>(List.of("row"));
        heads.addAll(measures.values());
        Table table = new Table(title, heads);
        for (String row : results.rows()) {
            Results own = results.ofRow(row);
            List<String> cells = new ArrayList<>(List.of(row));
            measures.keySet().forEach(m -> cells.add(Figures.of(own.interval(m))));
            table.add(cells);
        }
        return table;
    }
}
