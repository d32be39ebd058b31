// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables with one line per row of a pair, at one k. */
final class MainTables {
    /** Measure → head of its column. */
    private static final Map<String, String> DETECTION = new LinkedHashMap<>();

    private static final Map<String, String> RARE = new LinkedHashMap<>();
    private static final Map<String, String> GROUPS = new LinkedHashMap<>();
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        DETECTION.put("auroc", "AUROC");
        DETECTION.put("auprc", "AUPRC");
        DETECTION.put("mcc", "MCC");
        DETECTION.put("sensitivity", "sensitivity");
        DETECTION.put("false_alarms", "false alarms");
        DETECTION.put("alerts_per_day", "alerts/day");
        DETECTION.put("recall@10", "recall at 10/day");
        DETECTION.put("recall@50", "recall at 50/day");
        RARE.put("auprc@1%", "AUPRC, 1 %");
        RARE.put("auprc@0.1%", "AUPRC, 0.1 %");
        RARE.put("precision@1%", "precision, 1 %");
        RARE.put("precision@0.1%", "precision, 0.1 %");
        RARE.put("mcc@1%", "MCC, 1 %");
        RARE.put("mcc@0.1%", "MCC, 0.1 %");
        GROUPS.put("destination.auroc", "AUROC, destinations");
        GROUPS.put("destination.mcc", "MCC, destinations");
        GROUPS.put("hour.auroc", "AUROC, destination-hours");
        GROUPS.put("episodes@10", "attacked destination-hours found at 10/day");
        GROUPS.put("episodes@50", "at 50/day");
        GROUPS.put("precision@50", "alerts that are attacks at 50/day");
        for (String rule : List.of("quantile", "between", "pareto")) {
            RULES.put(rule + ".mcc", "MCC, " + rule);
            RULES.put(rule + ".false_alarms", "false alarms, " + rule);
        }
    }

    private MainTables() {}

    static List<Table> of(Results results, String name) {
        return List.of(
                table(name, results, DETECTION),
                table(name + ": re-weighted to rare attacks", results, RARE),
                table(name + ": per destination", results, GROUPS),
                table(name + ": threshold rules", results, RULES));
    }

    static Table detection(Results results, String name) {
        return table(name, results, DETECTION);
    }

    private static Table table(String title, Results results, Map<String, String> measures) {
        return MeasureTable.of(title, results, measures);
    }
}
