// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.explain.Marks;
import io.talon.evaluation.metric.Interval;
import io.talon.evaluation.protocol.Outcome;
import io.talon.simulator.attack.AttackFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether explanations name what the attacks changed. */
public final class ExplainReport {
    private final Header header;
    private final int features;

    /**
     * @param features of the profile, for what chance would name
     */
    public ExplainReport(Header header, int features) {
        this.header = header;
        this.features = features;
    }

    private static double alerts(Results results, String family) {
        return results.all().stream()
                .map(o -> o.measures().getOrDefault(family + " alerts", 0.0))
                .mapToDouble(d -> d)
                .sum();
    }

    /** A measure per alert: every alert counts the same, whatever its site. */
    private static double perAlert(Results results, String family, String measure) {
        double sum = 0;
        double count = 0;
        for (Outcome o : results.all()) {
            double alerts = o.measures().getOrDefault(family + " alerts", 0.0);
            sum += alerts * o.measures().getOrDefault(family + " " + measure, 0.0);
            count += alerts;
        }
        return sum / count;
    }

    /** One row per family, and one for all alerts. */
    public Table table(Results results) {
        Table table =
                new Table(
                        "Alerts whose three largest contributions hold what the attack sets",
                        List.of(
                                "attack",
                                "alerts",
                                "named",
                                "by chance",
                                "among features alone",
                                "share of the score"));
        double all = 0;
        double named = 0;
        double chance = 0;
        double features3 = 0;
        double share = 0;
        for (AttackFamily family : AttackFamily.values()) {
            double alerts = alerts(results, family.label());
            if (alerts > 0) {
                double own = perAlert(results, family.label(), "top 3");
                double luck = Marks.chance(Marks.of(family).size(), features);
                double alone = perAlert(results, family.label(), "top 3 features");
                double part = perAlert(results, family.label(), "share");
                table.add(line(family.label(), alerts, own, luck, alone, part));
                all += alerts;
                named += alerts * own;
                chance += alerts * luck;
                features3 += alerts * alone;
                share += alerts * part;
            }
        }
        table.add(line("all", all, named / all, chance / all, features3 / all, share / all));
        return table;
    }

    private static List<String> line(
            String name, double alerts, double named, double chance, double alone, double share) {
        return List.of(
                name,
                Figures.of(alerts, 0),
                Figures.of(named, 3),
                Figures.of(chance, 3),
                Figures.of(alone, 3),
                Figures.of(share, 3));
    }

    private Table marks() {
        Table table = new Table("What each attack sets", List.of("attack", "features"));
        for (AttackFamily family : AttackFamily.values()) {
            table.add(
                    List.of(
                            family.label(),
                            String.join(", ", Marks.of(family).stream().sorted().toList())));
        }
        return table;
    }

    /** Writes the page, the repetitions and a picture. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Map<String, Interval> bars = new LinkedHashMap<>();
        for (AttackFamily family : AttackFamily.values()) {
            double named = perAlert(results, family.label(), "top 3");
            bars.put(family.label(), new Interval(named, Double.NaN, 1));
        }
        Pictures.bars(folder, "explain", "Share of alerts explained by what the attack sets", bars);
        double sumError =
                results.all().stream().mapToDouble(o -> o.measure("sum error")).max().orElse(0);
        new Page(header, "Explanations")
                .say(
                        "Alerts on attacks at simulated sites, taught with five triplets, at most"
                                + " 200 of a family and site. Which features an attack sets is read"
                                + " from what the simulator's attack does, not from what the model"
                                + " says; the sets are wide, so what three features drawn at random"
                                + " would hit stands beside. Contributions sum to 1; the largest"
                                + " deviation was "
                                + String.format(Locale.ROOT, "%.1e", sumError)
                                + ".")
                .show(table(results))
                .show(marks())
                .show("Share of alerts explained", "explain.png")
                .write(folder, results);
    }
}
