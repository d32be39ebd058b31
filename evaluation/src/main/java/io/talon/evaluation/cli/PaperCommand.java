// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.evaluation.ctal.CtalRows;
import io.talon.evaluation.paper.CsvCapture;
import io.talon.evaluation.paper.Exporter;
import io.talon.evaluation.protocol.Campaign;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Ledger;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Progress;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Rows;
import io.talon.evaluation.report.Header;
import io.talon.evaluation.report.PaperReport;
import io.talon.evaluation.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "paper",
        description = {
            "The paper's experiment: a core trained on the source's normal flows, adaptors on five"
                    + " triplets, the threshold from the target's normal flows.",
            "The source is Argus CSV with the columns of WUSTL-IIoT-2021, the target CICFlowMeter"
                    + " CSV with those of ACI-IoT-2023; you bring both files."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PaperCommand implements Callable<Integer> {
    @Mixin private RunOptions run;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "CSV",
            description = "Flows of the source, wustl_iiot_2021.csv.")
    private Path source;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "CSV",
            description = "Flows of the target, ACI-IoT-2023.csv.")
    private Path target;

    @Option(names = "--no-ports", description = "Leave the target's ports out.")
    private boolean noPorts;

    @Option(
            names = "--flows",
            defaultValue = "40000",
            paramLabel = "N",
            description =
                    "Flows of each file to learn from and score, drawn at random after sequences"
                            + " are built from all (default: ${DEFAULT-VALUE}).")
    private int flows;

    @Override
    public Integer call() throws IOException {
        Plan plan = run.applied(run.quick ? Plan.QUICK : Plan.FULL);
        plan =
                new Plan(
                        List.of(),
                        List.of(plan.mainK()),
                        plan.mainK(),
                        plan.draws(),
                        plan.seeds(),
                        plan.mostAttacks(),
                        plan.cut());
        CsvCapture from = read("source", source, Exporter.ARGUS);
        CsvCapture to =
                read(
                        "target",
                        target,
                        noPorts ? Exporter.CICFLOWMETER_NO_PORTS : Exporter.CICFLOWMETER);
        Path folder = run.folder("paper");
        String options =
                Integer.toHexString(31 * plan.hashCode() + flows + (noPorts ? 1 : 0))
                        + "-"
                        + stamp(source)
                        + "-"
                        + stamp(target)
                        + "-"
                        + Header.currentCommit();
        Ledger ledger = Ledger.open(folder.resolve("cells.jsonl"), options);
        List<Row> rows = new ArrayList<>(Rows.rivals());
        rows.addAll(CtalRows.all());
        List<Outcome> outcomes;
        int cells = new Campaign(plan, ledger, Progress.silent()).cells(rows);
        try (Progress progress = CellProgress.of("paper", cells, System.err)) {
            outcomes =
                    new Campaign(plan, ledger, progress)
                            .run("source → target", from.capture(), to.capture(), rows);
        }
        Results results = new Results(outcomes);
        Header header =
                Header.of(
                        "talon evaluate paper --source %s --target %s%s --flows %d%s"
                                .formatted(
                                        source.getFileName(),
                                        target.getFileName(),
                                        noPorts ? " --no-ports" : "",
                                        flows,
                                        run.text()),
                        plan.repetitions());
        String head =
                header.markdown(
                                "The paper's experiment on "
                                        + source.getFileName()
                                        + " → "
                                        + target.getFileName())
                        + "Scored: %d of the source's %d flows, %d of the target's %d, drawn at random; the ratio of attacks is the file's.%n%n"
                                .formatted(
                                        from.capture().flows().size(),
                                        from.flows(),
                                        to.capture().flows().size(),
                                        to.flows());
        PaperReport.write(folder, head, results);
        System.err.println("written to " + folder.resolve("README.md"));
        System.out.println(
                run.format == RunOptions.Format.JSON
                        ? new ObjectMapper().writeValueAsString(outcomes)
                        : PaperReport.markdown(results));
        return 0;
    }

    private CsvCapture read(String what, Path file, Exporter exporter) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + ": not found. Give the " + what + "'s CSV file.");
        }
        CsvCapture csv = CsvCapture.read(what, file, exporter, Kind.UNLABELLED, flows);
        System.err.printf("%s: %d flows, %d rows rejected%n", file, csv.flows(), csv.rejected());
        return csv;
    }

    private static String stamp(Path file) throws IOException {
        return Long.toHexString(Files.size(file));
    }
}
