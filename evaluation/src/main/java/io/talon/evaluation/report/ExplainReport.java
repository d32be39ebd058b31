// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.explain.ExplainedAlerts;
import io.talon.evaluation.metric.Interval;
import io.talon.evaluation.protocol.Outcome;
import io.talon.simulator.attack.AttackFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Whether explanations name what the attacks changed. */
public final class ExplainReport {
    private static final Map<String, String> MEASURES = measures();

    /** Aspects that are listed of a family. */
    private static final int LISTED = 8;

    private static final String TEXT =
            """
            Alerts on attacks at simulated sites that the model never saw, taught with five triplets; at most 200 of a \
            family and site. What an attack changed is read from the truth, without any model: a flow differs in a feature \
            or relation if fewer than one in a hundred benign flows of the same service (at the same host and port, else \
            the port, else the site) have a value as high, or as low, or, of what has no order, the same. *Named*: the \
            three largest contributions hold something in which the flow differs. *By chance*: three drawn at random \
            would. *Among features alone*: relations left out of both lists; since some attacks differ in relations only, the \
            last column counts just the alerts in which a feature differs. Contributions sum to 1; the largest deviation was %s.\
            """;

    private final Header header;

    public ExplainReport(Header header) {
        this.header = header;
    }

    private static Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("top 3", "named");
        measures.put("by chance", "by chance");
        measures.put("first", "by the largest alone");
        measures.put("top 3 features", "among features alone");
        measures.put("by chance features", "by chance");
        measures.put("feature differs", "a feature differs");
        measures.put("share", "share of the score");
        return measures;
    }

    private static List<String> families(Results results) {
        return Arrays.stream(AttackFamily.values())
                .map(AttackFamily::label)
                .filter(family -> alerts(results, family) > 0)
                .toList();
    }

    private static double alerts(Results results, String family) {
        return results.all().stream()
                .mapToDouble(o -> o.measures().getOrDefault(family + " alerts", 0.0))
                .sum();
    }

    /** A measure per alert: every alert counts the same, whatever its site. */
    private static double perAlert(Results results, String family, String measure) {
        double sum = 0;
        for (Outcome o : results.all()) {
            double alerts = o.measures().getOrDefault(family + " alerts", 0.0);
            sum += alerts * o.measures().getOrDefault(family + measure, 0.0);
        }
        return sum / alerts(results, family);
    }

    /** One row per family, and one for all alerts. */
    public Table table(Results results) {
        List<String> heads = new ArrayList<>(List.of("attack", "alerts"));
        heads.addAll(MEASURES.values());
        heads.add("named by features there");
        Table table = new Table("Alerts whose explanation names what the attack changed", heads);
        double[] all = new double[MEASURES.size()];
        double count = 0;
        for (String family : families(results)) {
            double alerts = alerts(results, family);
            double[] own =
                    MEASURES.keySet().stream()
                            .mapToDouble(m -> perAlert(results, family, " " + m))
                            .toArray();
            Arrays.setAll(all, i -> all[i] + alerts * own[i]);
            count += alerts;
            table.add(line(family, alerts, own));
        }
        double sum = count;
        Arrays.setAll(all, i -> all[i] / sum);
        table.add(line("all", count, all));
        return table;
    }

    private static List<String> line(String name, double alerts, double[] values) {
        List<String> cells = new ArrayList<>(List.of(name, Figures.of(alerts, 0)));
        Arrays.stream(values).forEach(v -> cells.add(Figures.of(v, 3)));
        List<String> measures = List.copyOf(MEASURES.keySet());
        double named = values[measures.indexOf("top 3 features")];
        cells.add(Figures.of(named / values[measures.indexOf("feature differs")], 3));
        return cells;
    }

    private static Table differences(Results results) {
        Table table =
                new Table(
                        "What the attacks changed most often, and in which share of alerts",
                        List.of("attack", "features and relations"));
        for (String family : families(results)) {
            Map<String, Double> shares = new TreeMap<>();
            String prefix = family + ExplainedAlerts.DIFFERS;
            results.all().stream()
                    .flatMap(o -> o.measures().keySet().stream())
                    .filter(m -> m.startsWith(prefix))
                    .map(m -> m.substring(prefix.length()))
                    .forEach(
                            a ->
                                    shares.computeIfAbsent(
                                            a,
                                            x ->
                                                    perAlert(
                                                            results,
                                                            family,
                                                            ExplainedAlerts.DIFFERS + x)));
            List<String> most =
                    shares.entrySet().stream()
                            .sorted(
                                    Map.Entry.<String, Double>comparingByValue()
                                            .reversed()
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .limit(LISTED)
                            .map(e -> e.getKey() + " " + Figures.of(e.getValue(), 2))
                            .toList();
            table.add(List.of(family, String.join(", ", most)));
        }
        return table;
    }

    /** Writes the page, the repetitions and a picture. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Map<String, Interval> bars = new LinkedHashMap<>();
        for (String family : families(results)) {
            double named = perAlert(results, family, " top 3");
            double chance = perAlert(results, family, " by chance");
            bars.put(family, new Interval(named, Double.NaN, 1));
            bars.put(family + ", by chance", new Interval(chance, Double.NaN, 1));
        }
        Pictures.bars(folder, "explain", "Share of alerts whose explanation names a change", bars);
        double sumError =
                results.all().stream().mapToDouble(o -> o.measure("sum error")).max().orElse(0);
        new Page(header, "Explanations")
                .say(TEXT.formatted(String.format(Locale.ROOT, "%.1e", sumError)))
                .show(table(results))
                .show(differences(results))
                .show("Share of alerts whose explanation names a change", "explain.png")
                .write(folder, results);
    }
}
