// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.evaluation.ctal.CtalRows;
import io.talon.evaluation.protocol.Campaign;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.DataFolder;
import io.talon.evaluation.protocol.Ledger;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.Pair;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Progress;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Rows;
import io.talon.evaluation.report.Header;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.report.TransferReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "transfer",
        description = {
            "Transfer between real captures: the core learns the source, a few triplets adapt it to"
                    + " the target, beside every simple detector on the same material.",
            "Needs the public captures; docs/evaluation says where they come from."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TransferCommand implements Callable<Integer> {
    @Mixin private RunOptions run;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TALON_DATA:-../shared/data}",
            description = "Folder with zeek/ (default: $TALON_DATA, else ../shared/data).")
    private Path data;

    @Override
    public Integer call() throws IOException {
        Plan plan = run.applied(run.quick ? Plan.QUICK : Plan.FULL);
        Path folder = run.folder("transfer");
        String options = Integer.toHexString(plan.hashCode()) + "-" + Header.currentCommit();
        Ledger ledger = Ledger.open(folder.resolve("cells.jsonl"), options);
        List<Row> rows = new ArrayList<>(run.quick ? Rows.few() : Rows.rivals());
        rows.addAll(run.quick ? CtalRows.few() : CtalRows.all());
        List<Outcome> outcomes = new ArrayList<>();
        int cells = plan.pairs().size() * new Campaign(plan, ledger, w -> {}).cells(rows);
        try (Progress progress = CellProgress.of("transfer", cells, System.err)) {
            Campaign campaign = new Campaign(plan, ledger, progress);
            Map<String, Capture> captures = new HashMap<>();
            for (Pair pair : plan.pairs()) {
                outcomes.addAll(
                        campaign.run(
                                pair.label(),
                                read(captures, pair.source()),
                                read(captures, pair.target()),
                                rows));
            }
        }
        Header header =
                Header.of(
                        "talon evaluate transfer" + run.text(),
                        plan.draws() + " draws of triplets × " + plan.seeds() + " seeds");
        Results results = new Results(outcomes);
        TransferReport report =
                new TransferReport(
                        "Transfer on real Zeek traffic", header, plan, "CTAL-VAE, k shots");
        report.write(folder, results);
        System.err.println("written to " + folder.resolve("README.md"));
        System.out.println(
                run.format == RunOptions.Format.JSON
                        ? new ObjectMapper().writeValueAsString(outcomes)
                        : report.summary(results).markdown());
        return 0;
    }

    private Capture read(Map<String, Capture> captures, String name) throws IOException {
        Capture known = captures.get(name);
        if (known == null) {
            known = new DataFolder(data).read(name);
            captures.put(name, known);
        }
        return known;
    }
}
