// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** How measures change with the number of triplets. */
final class ShotCurve {
    private ShotCurve() {}

    static Table of(Results results, String measure, String title) {
        List<Integer> ks = results.ks();
        List<String> heads = new ArrayList<>(List.of("row"));
        ks.forEach(k -> heads.add("k = " + k));
        Table table = new Table(title, heads);
        for (String row : rows(results)) {
            List<String> cells = new ArrayList<>(List.of(row));
            for (int k : ks) {
                cells.add(Figures.of(results.ofRow(row).ofK(k).interval(measure)));
            }
            table.add(cells);
        }
        return table;
    }

    /** Rows measured with more than one k. */
    static List<String> rows(Results results) {
        return results.rows().stream().filter(r -> results.ofRow(r).ks().size() > 1).toList();
    }
}
