// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.protocol.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that a run over pairs gives, as files. */
public final class TransferReport {
    private final String title;
    private final Header header;
    private final Plan plan;
    private final String ours;

    /**
     * @param title of the Markdown file
     * @param ours name of the row that the others are compared with
     */
    public TransferReport(String title, Header header, Plan plan, String ours) {
        this.title = title;
        this.header = header;
        this.plan = plan;
        this.ours = ours;
    }

    /** The means over all pairs: what a terminal shows. */
    public Table summary(Results results) {
        return MainTables.detection(
                results.ofK(plan.mainK()), "Mean of the pairs, k = " + plan.mainK());
    }

    /** Writes {@code README.md}, {@code outcomes.csv} and pictures into a folder. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Results main = results.ofK(plan.mainK());
        List<Table> tables = new ArrayList<>();
        tables.add(summary(results));
        tables.add(Comparison.of(main, ours));
        tables.add(BlockComparison.of(main, ours));
        for (PairTable.Measure measure : PairTable.MAIN) {
            tables.add(PairTable.of(main, measure));
        }
        tables.add(ShotCurve.of(results, "mcc", "MCC by number of triplets, mean of the pairs"));
        tables.add(
                ShotCurve.of(results, "auroc", "AUROC by number of triplets, mean of the pairs"));
        String text =
                header.markdown(title)
                        + tables.stream()
                                .filter(t -> !t.isEmpty())
                                .map(Table::markdown)
                                .collect(Collectors.joining());
        String more =
                "\n[Every measure of every pair](details.md) · [every repetition](outcomes.csv)"
                        + " · pictures: [MCC](mcc.png), [AUPRC](auprc.png)"
                        + (results.ks().size() > 1 ? ", [shots](shots.png)" : "")
                        + "\n";
        Files.writeString(folder.resolve("README.md"), text + more);
        StringBuilder details = new StringBuilder(header.markdown(title + ": details"));
        for (String pair : main.pairs()) {
            MainTables.of(main.ofPair(pair), pair).forEach(t -> details.append(t.markdown()));
        }
        Files.writeString(folder.resolve("details.md"), details.toString());
        CsvFile.write(folder.resolve("outcomes.csv"), results);
        Pictures.bars(folder, "mcc", "MCC, mean of the pairs", main, "mcc");
        Pictures.bars(folder, "auprc", "AUPRC, mean of the pairs", main, "auprc");
        Pictures.shots(folder, "shots", results);
    }
}
