// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.evaluation.protocol.Campaign;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Ledger;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Progress;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.report.Header;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.report.TransferReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the measuring commands share: run rows on pairs, write the report, print the summary. */
final class Measuring {
    /** The row that the others are compared with. */
    private static final String OURS = "talon, shipped base, k shots";

    /** A source and a target, read only when their turn has come. */
    record Task(String name, Reader source, Reader target) {}

    /** Reads a capture. */
    interface Reader {
        Capture read() throws IOException;
    }

    private Measuring() {}

    static int run(
            String command,
            String title,
            RunOptions run,
            Plan plan,
            List<Task> tasks,
            List<Row> rows)
            throws IOException {
        Path folder = run.folder(command);
        String options = Integer.toHexString(plan.hashCode()) + "-" + Header.currentCommit();
        Ledger ledger = Ledger.open(folder.resolve("cells.jsonl"), options);
        List<Outcome> outcomes = new ArrayList<>();
        int cells = tasks.size() * new Campaign(plan, ledger, Progress.silent()).cells(rows);
        try (Progress progress = CellProgress.of(command, cells, System.err)) {
            Campaign campaign = new Campaign(plan, ledger, progress);
            for (Task task : tasks) {
                outcomes.addAll(
                        campaign.run(
                                task.name(), task.source().read(), task.target().read(), rows));
            }
        }
        Header header =
                Header.of(
                        "talon evaluate " + command + run.text(),
                        plan.draws() + " draws of triplets × " + plan.seeds() + " seeds");
        Results results = new Results(outcomes);
        TransferReport report = new TransferReport(title, header, plan, OURS);
        report.write(folder, results);
        System.err.println("written to " + folder.resolve("README.md"));
        System.out.println(
                run.format == RunOptions.Format.JSON
                        ? new ObjectMapper().writeValueAsString(outcomes)
                        : report.summary(results).markdown());
        return 0;
    }
}
