// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.metric.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sites that change, and what follows them. Pairs are the changes. */
public final class DriftReport {
    /** Measures of the tables and their heads. */
    public static final Map<String, String> MEASURES = measures();

    private final Header header;

    public DriftReport(Header header) {
        this.header = header;
    }

    private static Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("told early", "drift told before there was one");
        measures.put("delay h", "hours until told");
        measures.put("false alarms before", "false alarms before");
        measures.put("false alarms after", "after the change");
        measures.put("false alarms late", "last 3 hours");
        measures.put("recovery h", "hours until recovered");
        measures.put("recall before", "attacks found before");
        measures.put("recall late", "last 3 hours");
        measures.put("poison recall", "poison found, last 3 hours");
        measures.put("refused", "settings refused");
        return measures;
    }

    /** Writes the page, the repetitions and a picture. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Map<String, Interval> bars = new LinkedHashMap<>();
        for (String change : results.pairs()) {
            for (String row : results.rows()) {
                bars.put(
                        change + " · " + row,
                        results.ofPair(change).ofRow(row).interval("false alarms late"));
            }
        }
        Pictures.bars(folder, "drift", "False alarms in the last 3 hours", bars);
        Page page =
                new Page(header, "Sites that change")
                        .say(
                                "A simulated day: six hours teach the site (five triplets), six"
                                    + " pass as before, then the change comes. *Gradual*: sizes"
                                    + " double within six hours. *Sudden*: half of the servers"
                                    + " answer three times as long. *Poisoned*: what goes to the"
                                    + " busiest server grows to ten thousand times within ten"
                                    + " hours; from a thousand times on it counts as the attack"
                                    + " that must still be found at the end. Attacks of every"
                                    + " family come all along. Drift is told by ADWIN on the"
                                    + " p-values of low-score flows (δ 0.001) or by alerts above"
                                    + " three times the budget (50 a day) for more than an hour."
                                    + " Recovered: no later hour has more than twice the false"
                                    + " alarms of before, or 2 %. A dash: never, or no such flow.");
        for (String change : results.pairs()) {
            page.show(MeasureTable.of(change, results.ofPair(change), MEASURES));
        }
        page.show("False alarms in the last 3 hours", "drift.png").write(folder, results);
    }
}
