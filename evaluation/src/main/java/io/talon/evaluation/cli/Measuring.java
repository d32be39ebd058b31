// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.protocol.Campaign;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Cells;
import io.talon.evaluation.protocol.Ledger;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Progress;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.report.Header;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.report.Table;
import io.talon.evaluation.report.TransferReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the measuring commands share: run, keep what is finished, write the report, print. */
final class Measuring {
    /** The row that the others are compared with. */
    static final String OURS = "talon, shipped base, k shots";

    /**
     * A source and a target, read only when their turn has come.
     *
     * @param site number of the target if there are several of the name; each is a repetition
     */
    record Task(String name, Reader source, Reader target, OptionalInt site) {
        Task(String name, Reader source, Reader target) {
            this(name, source, target, OptionalInt.empty());
        }
    }

    /** Reads a capture. */
    interface Reader {
        Capture read() throws IOException;
    }

    /** Measures cells one by one. */
    interface CellRun {
        void measure(Cells cells) throws IOException;
    }

    private Measuring() {}

    /**
     * A run of rows on pairs with the report that such runs have.
     *
     * @param options that the command alone has, as they were given
     */
    static int run(
            String command,
            String title,
            RunOptions run,
            String options,
            Plan plan,
            List<Task> tasks,
            List<Row> rows)
            throws IOException {
        Results results = results(command, run, plan, tasks, rows);
        Header header = header(command, run, options, plan.repetitions());
        TransferReport report = new TransferReport(title, header, plan, OURS);
        report.write(run.folder(command), results);
        return finish(command, run, results, report.summary(results));
    }

    /** Measures rows on pairs. */
    static Results results(
            String command, RunOptions run, Plan plan, List<Task> tasks, List<Row> rows)
            throws IOException {
        Ledger ledger = ledger(command, run, plan.toString());
        List<Outcome> outcomes = new ArrayList<>();
        Campaign silent = new Campaign(plan, ledger, Progress.silent());
        int cells =
                tasks.stream()
                        .map(
                                t ->
                                        t.site().isPresent()
                                                ? silent.ofSite(t.site().getAsInt())
                                                : silent)
                        .mapToInt(c -> c.cells(rows))
                        .sum();
        try (Progress progress = CellProgress.of(command, cells, System.err)) {
            Campaign campaign = new Campaign(plan, ledger, progress);
            for (Task task : tasks) {
                Campaign of =
                        task.site().isPresent()
                                ? campaign.ofSite(task.site().getAsInt())
                                : campaign;
                outcomes.addAll(
                        of.run(task.name(), task.source().read(), task.target().read(), rows));
            }
        }
        return new Results(outcomes);
    }

    /**
     * Measures cells that are no rows on pairs.
     *
     * @param options in words: results of other options are measured anew
     * @param count cells in all
     */
    static Results cells(String command, RunOptions run, String options, int count, CellRun cells)
            throws IOException {
        Ledger ledger = ledger(command, run, options);
        try (Progress progress = CellProgress.of(command, count, System.err)) {
            Cells measured = new Cells(ledger, progress);
            cells.measure(measured);
            return new Results(measured.outcomes());
        }
    }

    private static Ledger ledger(String command, RunOptions run, String options)
            throws IOException {
        Path file = run.folder(command).resolve("cells.jsonl");
        return Ledger.open(
                file, Integer.toHexString(options.hashCode()) + "-" + Header.currentCommit());
    }

    /** The header of a command's results; {@code options} are those that it alone has. */
    static Header header(String command, RunOptions run, String options, String repetitions) {
        return Header.of("talon evaluate " + command + options + run.text(), repetitions);
    }

    /** Says where results are and hands them on. */
    static int finish(String command, RunOptions run, Results results, Table summary)
            throws IOException {
        System.err.println("written to " + run.folder(command).resolve("README.md"));
        run.sink.found(command, results, summary);
        return 0;
    }
}
