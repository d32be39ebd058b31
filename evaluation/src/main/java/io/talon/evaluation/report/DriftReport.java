// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.drift.DriftTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sites that change, and what follows them. Pairs are the changes. */
public final class DriftReport {
    /** Measures of the tables and their heads. */
    public static final Map<String, String> MEASURES = measures();

    private static final String TEXT =
            """
            Three days of a simulated site: 29 hours teach it (five triplets), 14 pass as before, then the change comes for \
            29 hours. *Growth*: everything grows to four times the size within 23 hours. *Firmware*: device by device, all within 14 hours, sends and gets four times as much, takes twice as \
            long and ends with a reset. *Replaced*: half of the devices are another make from one moment on, with new \
            addresses, half as much sent and three times as much got. *Stranger*: an unknown host takes the \
            place of more and more clients of the busiest server, up to half within 23 hours, with exchanges as they \
            always were; an attack from the start. *Swelling*: what goes to that server grows to ten thousand times; an \
            attack from a thousand times on. Both must be found and not learnt. Attacks of every family come all along.

            Each row follows with some of the three clocks: *threshold* every 200 flows below it, *statistics* every 1,000, \
            *adaptors* 600 such flows after drift was told. *Cleared*: an analyst clears ten harmless alerts a day (an \
            alert: a destination's anomalies of an hour). Nothing is learnt from a client who is a stranger at the service, until \
            he is cleared, but in the rows *from strangers too* and *learns everything*. *Learns everything* takes all for benign, as a detector does that \
            retrains by itself. Drift is told by ADWIN on the p-values of low-score flows (δ 0.001) or by alerts above three \
            times the budget (50 a day) for more than an hour. *Recovered*: from then on no three hours have more than twice \
            the false alarms of before (2 % if that is more). A dash: never, or no such flow.\
            """;

    private final Header header;

    public DriftReport(Header header) {
        this.header = header;
    }

    private static Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("told early", "drift told before there was one");
        measures.put("delay h", "hours until told");
        measures.put("false alarms before", "false alarms before");
        measures.put("false alarms after", "first 22 hours of the change");
        measures.put("false alarms late", "last 7 hours");
        measures.put("recovery h", "hours until recovered");
        measures.put("recall before", "attacks found before");
        measures.put("recall after", "attacks found after");
        measures.put("poison recall", "poison found");
        measures.put("poison learnt", "poison learnt");
        measures.put("refused", "settings refused");
        return measures;
    }

    /** Writes the page, the repetitions and a picture of each change. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Page page = new Page(header, "Sites that change").say(TEXT);
        for (String change : results.pairs()) {
            Results own = results.ofPair(change);
            page.show(MeasureTable.of(change, own, MEASURES));
            Pictures.lines(
                    folder,
                    change,
                    change + ": false alarms",
                    new String[] {"hours since the change", "share of benign flows"},
                    courses(own));
            page.show(change + ": false alarms", change + ".png");
        }
        page.write(folder, results);
    }

    private static Map<String, double[][]> courses(Results results) {
        Map<String, double[][]> lines = new LinkedHashMap<>();
        for (String row : results.rows()) {
            Results own = results.ofRow(row);
            TreeMap<Double, Double> course = new TreeMap<>();
            own.all().stream()
                    .flatMap(o -> o.measures().keySet().stream())
                    .filter(m -> m.startsWith(DriftTrial.COURSE))
                    .forEach(
                            m ->
                                    course.put(
                                            Double.valueOf(m.substring(DriftTrial.COURSE.length())),
                                            own.interval(m).mean()));
            lines.put(
                    row,
                    course.entrySet().stream()
                            .map(e -> new double[] {e.getKey(), e.getValue()})
                            .toArray(double[][]::new));
        }
        return lines;
    }
}
