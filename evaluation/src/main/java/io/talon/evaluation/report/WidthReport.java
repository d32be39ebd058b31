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

/** Detection by the features that are used. Pairs are named "features | pair". */
public final class WidthReport {
    private static final String SEPARATOR = " | ";

    private final Header header;

    public WidthReport(Header header) {
        this.header = header;
    }

    /** The name of a pair under some features. */
    public static String name(String features, String pair) {
        return features + SEPARATOR + pair;
    }

    private static Results with(Results results, String features) {
        return new Results(
                results.all().stream()
                        .filter(o -> o.cell().pair().startsWith(features + SEPARATOR))
                        .toList());
    }

    private static List<String> features(Results results) {
        return results.pairs().stream().map(WidthReport::features).distinct().toList();
    }

    private static String features(String pair) {
        return pair.substring(0, pair.indexOf(SEPARATOR));
    }

    /** A measure: rows down, features across, mean of the pairs. */
    public static Table summary(Results results, String measure, String title) {
        List<String> features = features(results);
        List<String> heads = new ArrayList<>(List.of("row"));
        heads.addAll(features);
        Table table = new Table(title + ", mean of the pairs", heads);
        for (String row : results.rows()) {
            List<String> cells = new ArrayList<>(List.of(row));
            features.forEach(
                    f -> cells.add(Figures.of(with(results, f).ofRow(row).interval(measure))));
            table.add(cells);
        }
        return table;
    }

    /** Writes the page, the repetitions and a picture. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Map<String, Interval> bars = new LinkedHashMap<>();
        for (String features : features(results)) {
            for (String row : results.rows()) {
                bars.put(
                        row + " · " + features,
                        with(results, features).ofRow(row).interval("auprc"));
            }
        }
        Pictures.bars(folder, "auprc", "AUPRC by features, mean of the pairs", bars);
        Page page =
                new Page(header, "How many features")
                        .say(
                                "The same captures, split, triplets and rules with fewer features."
                                    + " Shared are 23 values that Zeek, Argus and CICFlowMeter all"
                                    + " give; an exporter's own are 60 for Zeek, 41 for Argus and"
                                    + " 78 for CICFlowMeter, of which no labelled capture is public"
                                    + " here: `--cicflowmeter` measures it for whoever has one.");
        for (String[] measure :
                List.of(
                        new String[] {"auroc", "AUROC"},
                        new String[] {"auprc", "AUPRC"},
                        new String[] {"mcc", "MCC"},
                        new String[] {"false_alarms", "False alarms"})) {
            page.show(summary(results, measure[0], measure[1]));
        }
        for (String row : results.rows()) {
            page.show(byPair(results.ofRow(row), row));
        }
        page.show("AUPRC by features", "auprc.png").write(folder, results);
    }

    private static Table byPair(Results results, String row) {
        List<String> features = features(results);
        List<String> heads = new ArrayList<>(List.of("pair"));
        heads.addAll(features);
        Table table = new Table("AUPRC of " + row, heads);
        results.pairs().stream()
                .map(p -> p.substring(p.indexOf(SEPARATOR) + SEPARATOR.length()))
                .distinct()
                .forEach(
                        pair -> {
                            List<String> cells = new ArrayList<>(List.of(pair));
                            features.forEach(
                                    f ->
                                            cells.add(
                                                    Figures.of(
                                                            results.ofPair(name(f, pair))
                                                                    .interval("auprc"))));
                            table.add(cells);
                        });
        return table;
    }
}
