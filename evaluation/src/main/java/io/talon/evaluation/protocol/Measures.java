// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.evaluation.metric.AlertBudget;
import io.talon.evaluation.metric.Confusion;
import io.talon.evaluation.metric.Ranking;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Everything measured of one cell, by name. Ranking: {@code auroc}, {@code auprc}, {@code
 * auprc@1%}, {@code auprc@0.1%}, {@code destination.auroc}, {@code hour.auroc}. At the row's own
 * threshold: {@code mcc}, {@code sensitivity}, {@code false_alarms}, {@code precision}, {@code f1},
 * {@code accuracy}, {@code precision@1%}, {@code mcc@1%} and so on, {@code alerts_per_day}; under
 * another rule the same with its name in front, {@code between.mcc}. Budgets: {@code recall@10},
 * {@code episodes@10}, {@code precision@10}. Attack families: {@code family.NAME.auroc}, {@code
 * .recall}, {@code .recall@10}. Benign events: {@code benign.NAME.false_alarms}. Decisions by
 * {@link TimeBlocks}.
 */
final class Measures {
    private static final int[] BUDGETS = {10, 50, 100};

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Tested test;

    private Measures(Tested test) {
        this.test = test;
    }

    static Map<String, Double> of(Trial trial, Row row, Scores scores) {
        Measures m = new Measures(Tested.of(trial, scores));
        m.ranking();
        double[] benign = trial.pick(scores.values(), row.calibration(trial.split()));
        double[] negatives = trial.pick(scores.values(), trial.shots().negatives());
        double main = row.rule().threshold(benign, negatives);
        main = scores.ownThreshold().orElse(main);
        m.decisions("", main);
        for (ThresholdRule rule : ThresholdRule.values()) {
            String prefix = rule.name().toLowerCase(Locale.ROOT) + ".";
            m.decisions(prefix, rule.threshold(benign, negatives));
        }
        m.budgets();
        m.families(main);
        m.benignEvents(main);
        m.values.putAll(TimeBlocks.of(m.test, main));
        m.values.values().removeIf(v -> v.isNaN());
        return m.values;
    }

    private void ranking() {
        Ranking flows = Ranking.of(test.scores(), test.attack());
        values.put("auroc", flows.auroc());
        values.put("auprc", flows.auprc());
        values.put("auprc@1%", flows.auprcAt(0.01));
        values.put("auprc@0.1%", flows.auprcAt(0.001));
        Groups destinations = Groups.byDestination(test);
        Groups hours = Groups.byDestinationAndHour(test);
        values.put(
                "destination.auroc",
                Ranking.of(destinations.scores(), destinations.attack()).auroc());
        values.put("hour.auroc", Ranking.of(hours.scores(), hours.attack()).auroc());
    }

    private void decisions(String prefix, double threshold) {
        Confusion flows = Confusion.of(test.scores(), test.attack(), threshold);
        values.put(prefix + "mcc", flows.mcc());
        values.put(prefix + "sensitivity", flows.sensitivity());
        values.put(prefix + "false_alarms", flows.falseAlarmRate());
        values.put(prefix + "precision", flows.precision());
        values.put(prefix + "f1", flows.f1());
        values.put(prefix + "accuracy", flows.accuracy());
        if (prefix.isEmpty()) {
            values.put("hits", flows.hits());
            values.put("misses", flows.misses());
            values.put("false alarm count", flows.falseAlarms());
            values.put("passes", flows.passes());
            Confusion even = flows.atPrevalence(0.5);
            values.put("accuracy@50%", even.accuracy());
            values.put("mcc@50%", even.mcc());
            values.put("precision@50%", even.precision());
            values.put("f1@50%", even.f1());
        }
        for (double prevalence : new double[] {0.01, 0.001}) {
            Confusion rare = flows.atPrevalence(prevalence);
            String at = prevalence == 0.01 ? "@1%" : "@0.1%";
            values.put(prefix + "mcc" + at, rare.mcc());
            values.put(prefix + "precision" + at, rare.precision());
        }
        Groups hours = Groups.byDestinationAndHour(test);
        values.put(prefix + "alerts_per_day", hours.above(threshold) / test.days());
        Groups destinations = Groups.byDestination(test);
        values.put(
                prefix + "destination.mcc",
                Confusion.of(destinations.scores(), destinations.attack(), threshold).mcc());
    }

    private void budgets() {
        for (int perDay : BUDGETS) {
            AlertBudget budget =
                    AlertBudget.of(
                            test.scores(),
                            test.attack(),
                            test.destination(),
                            test.endMicros(),
                            perDay);
            values.put("recall@" + perDay, budget.flowRecall());
            values.put("episodes@" + perDay, budget.episodeRecall());
            values.put("precision@" + perDay, budget.precision());
            for (String family : families()) {
                Tested only = test.family(family);
                long found =
                        Arrays.stream(only.attackScores())
                                .filter(s -> s >= budget.threshold())
                                .count();
                values.put(
                        "family." + family + ".recall@" + perDay,
                        (double) found / only.attackScores().length);
            }
        }
    }

    private void families(double threshold) {
        for (String family : families()) {
            Tested only = test.family(family);
            String prefix = "family." + family + ".";
            values.put(prefix + "auroc", Ranking.of(only.scores(), only.attack()).auroc());
            values.put(prefix + "auprc", Ranking.of(only.scores(), only.attack()).auprc());
            values.put(
                    prefix + "recall",
                    Confusion.of(only.scores(), only.attack(), threshold).sensitivity());
        }
    }

    private void benignEvents(double threshold) {
        for (String event : named(false)) {
            long all = 0;
            long flagged = 0;
            for (int i = 0; i < test.scores().length; i++) {
                if (!test.attack()[i] && test.family()[i].equals(event)) {
                    all++;
                    flagged += test.scores()[i] > threshold ? 1 : 0;
                }
            }
            values.put("benign." + event + ".false_alarms", (double) flagged / all);
        }
    }

    private TreeSet<String> families() {
        return named(true);
    }

    private TreeSet<String> named(boolean attack) {
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < test.family().length; i++) {
            if (test.attack()[i] == attack && !test.family()[i].equals("-")) {
                names.add(test.family()[i]);
            }
        }
        return names;
    }
}
