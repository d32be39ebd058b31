// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.metric.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attack types, each family left out in turn. Pairs are the left-out families. */
public final class TypesReport {
    /** Title of the main table. */
    public static final String TITLE = "Mean over the left-out families";

    /** Measures of the main table and their heads. */
    public static final Map<String, String> MEASURES = measures();

    private static final String TEXT =
            """
            Kinds of attack are learnt from labelled attack flows of simulated sites, and tried on the alerts that other \
            sites raise, taught with five triplets each. *Flows*: mean and last flow of the sequence in the site's units, \
            sign(x)·ln(1 + |x|) but for the nearest mean. *Latent* and *residual signature* (share of the score by \
            feature, signed): of the base model with its own adaptors, under the site's statistics, so that all sites have \
            the same coordinates. *Discriminant*: distances in which kinds spread alike (pooled covariance, shrunk by a \
            tenth towards a sphere). An anomaly is unknown if it lies further from the nearest kind than all but %.0f %% of \
            that kind's own examples at sites that nothing else was learnt from. Each family is left out in turn.\
            """;

    private final Header header;
    private final double rejection;

    public TypesReport(Header header, double rejection) {
        this.header = header;
        this.rejection = rejection;
    }

    private static Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("macro F1", "macro-F1, known families");
        measures.put("nearest", "nearest is right, without rejection");
        measures.put("known called unknown", "known called unknown");
        measures.put("unknown recall", "unknown called unknown");
        return measures;
    }

    /** Writes the page, the repetitions and a picture. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Map<String, Interval> bars = new LinkedHashMap<>();
        for (String row : results.rows()) {
            bars.put(row + ": F1", results.ofRow(row).interval("macro F1"));
            bars.put(row + ": unknown", results.ofRow(row).interval("unknown recall"));
        }
        Pictures.bars(folder, "types", "macro-F1 and recall of unknown", bars);
        new Page(header, "Attack types")
                .say(TEXT.formatted(100 * rejection))
                .show(MeasureTable.of(TITLE, results, MEASURES))
                .show(
                        byFamily(
                                results,
                                "unknown recall",
                                "Unknown called unknown, by left-out family"))
                .show(byFamily(results, "macro F1", "Macro-F1 of the others, by left-out family"))
                .show("macro-F1 and recall of unknown", "types.png")
                .write(folder, results);
    }

    private static Table byFamily(Results results, String measure, String title) {
        List<String> heads = new ArrayList<>(List.of("left out"));
        heads.addAll(results.rows());
        Table table = new Table(title, heads);
        for (String family : results.pairs()) {
            List<String> cells = new ArrayList<>(List.of(family));
            for (String row : results.rows()) {
                cells.add(Figures.of(results.ofPair(family).ofRow(row).interval(measure)));
            }
            table.add(cells);
        }
        return table;
    }
}
