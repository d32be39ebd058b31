// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our figures beside the paper's. */
public final class PaperReport {
    private static final Map<String, String> MEASURES = new LinkedHashMap<>();
    private static final Map<String, String> EVEN = new LinkedHashMap<>();
    private static final Map<String, String> CELLS = new LinkedHashMap<>();

    static {
        MEASURES.put("accuracy", "accuracy");
        MEASURES.put("mcc", "MCC");
        MEASURES.put("sensitivity", "sensitivity");
        MEASURES.put("precision", "precision");
        MEASURES.put("f1", "F1");
        MEASURES.put("auroc", "AUROC");
        MEASURES.put("auprc", "AUPRC");
        EVEN.put("accuracy@50%", "accuracy");
        EVEN.put("mcc@50%", "MCC");
        EVEN.put("sensitivity", "sensitivity");
        EVEN.put("precision@50%", "precision");
        EVEN.put("f1@50%", "F1");
        CELLS.put("hits", "hits");
        CELLS.put("misses", "misses");
        CELLS.put("false alarm count", "false alarms");
        CELLS.put("passes", "passes");
    }

    private static final String PAPER =
            """
            ## The paper's figures (arXiv 2501.15365)

            | | accuracy | MCC | sensitivity |
            |---|---|---|---|
            | AE | 0.79 | – | – |
            | VAE | 0.82 | – | – |
            | CTAL-VAE | 0.90 | 0.88 | 0.91 |

            CTAL-VAE's three figures cannot come from one confusion matrix: at accuracy 0.90 and \
            sensitivity 0.91 no ratio of classes gives an MCC above 0.81. The paper does not say \
            how it cut, sampled or balanced the data nor how it set the threshold; answering \
            "attack" always has accuracy 0.73 on the whole of ACI-IoT-2023.

            """;

    private PaperReport() {}

    /** The three tables and the paper's. */
    public static String markdown(Results results) {
        return table("At the ratio of the file", results, MEASURES, false).markdown()
                + table("At 50/50", results, EVEN, false).markdown()
                + table("Confusion matrices, mean flows", results, CELLS, true).markdown()
                + PAPER;
    }

    /** Writes {@code README.md} and {@code outcomes.csv} into a folder. */
    public static void write(Path folder, String head, Results results) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("README.md"), head + markdown(results));
        CsvFile.write(folder.resolve("outcomes.csv"), results);
    }

    private static Table table(
            String title, Results results, Map<String, String> measures, boolean counts) {
        List<String> heads = new ArrayList<>(List.of("row"));
        heads.addAll(measures.values());
        Table table = new Table(title, heads);
        for (String row : results.rows()) {
            List<String> cells = new ArrayList<>(List.of(row));
            for (String measure : measures.keySet()) {
                Results ofRow = results.ofRow(row);
                cells.add(
                        counts
                                ? Figures.count(ofRow.interval(measure))
                                : Figures.of(ofRow.interval(measure)));
            }
            table.add(cells);
        }
        return table;
    }
}
