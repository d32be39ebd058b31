// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.card;

import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.report.Figures;
import io.talon.evaluation.report.Results;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Results as a measuring command wrote them.
 *
 * @param command as their page says it
 * @param results every repetition
 */
record CommittedResults(String command, Results results) {
    private static final Set<String> NAMES =
            Set.of("pair", "detector", "material", "k", "draw", "seed", "rule");

    /**
     * @param folder with {@code README.md} and {@code outcomes.csv}
     */
    static CommittedResults read(Path folder) throws IOException {
        String command =
                Files.readAllLines(folder.resolve("README.md")).stream()
                        .filter(line -> line.startsWith("| command |"))
                        .map(line -> line.substring(line.indexOf('`'), line.lastIndexOf('`') + 1))
                        .findFirst()
                        .orElse("unknown");
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        List<Outcome> outcomes = new ArrayList<>();
        try (BufferedReader text = Files.newBufferedReader(folder.resolve("outcomes.csv"));
                CSVParser rows = CSVParser.parse(text, format)) {
            for (CSVRecord row : rows) {
                Map<String, Double> measures = new LinkedHashMap<>();
                row.toMap()
                        .forEach(
                                (name, value) -> {
                                    if (!NAMES.contains(name) && !value.isEmpty()) {
                                        measures.put(name, Double.valueOf(value));
                                    }
                                });
                Cell cell =
                        new Cell(
                                row.get("pair"),
                                row.get("detector"),
                                row.get("material"),
                                Integer.parseInt(row.get("k")),
                                Integer.parseInt(row.get("draw")),
                                Long.parseLong(row.get("seed")));
                outcomes.add(new Outcome("", cell, row.get("rule"), 0, measures));
            }
        }
        return new CommittedResults(command, new Results(outcomes));
    }

    /** Cells of a table line for a row; empty if it was not measured. */
    List<String> figures(String row, List<String> measures) {
        Results own = results.ofRow(row);
        List<String> cells = new ArrayList<>();
        if (!own.all().isEmpty()) {
            int k = own.ks().contains(5) ? 5 : own.ks().get(own.ks().size() - 1);
            measures.forEach(m -> cells.add(Figures.of(own.ofK(k).interval(m))));
        }
        return cells;
    }
}
