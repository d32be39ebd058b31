// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.card;

import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.report.Figures;
import io.talon.evaluation.report.Results;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
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

    private static final String PLAIN = "outcomes.csv";

    /** Large ones are committed so. */
    private static final String COMPRESSED = "outcomes.csv.gz";

    /** Whether a folder has results. */
    static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(PLAIN)) || Files.exists(folder.resolve(COMPRESSED));
    }

    private static BufferedReader open(Path folder) throws IOException {
        Path plain = folder.resolve(PLAIN);
        return Files.exists(plain)
                ? Files.newBufferedReader(plain)
                : new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(folder.resolve(COMPRESSED))),
                                StandardCharsets.UTF_8));
    }

    /**
     * @param folder with {@code README.md} and {@code outcomes.csv}, or that compressed
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
        try (BufferedReader text = open(folder);
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
