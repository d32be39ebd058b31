// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.ctal.CtalRows;
import io.talon.evaluation.paper.CsvCapture;
import io.talon.evaluation.paper.Exporter;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.DataFolder;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Pair;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Rows;
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
    /** More than the capture has. */
    private static final int MOST_ARGUS = 10_000;

    @Mixin private RunOptions run;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TALON_DATA:-../shared/data}",
            description = "Folder with zeek/ (default: $TALON_DATA, else ../shared/data).")
    private Path data;

    private final Map<String, Capture> captures = new HashMap<>();

    @Override
    public Integer call() throws IOException {
        Plan plan = run.applied(run.quick ? Plan.QUICK : Plan.FULL);
        List<Row> rows = new ArrayList<>(run.quick ? Rows.few() : Rows.rivals());
        rows.addAll(run.quick ? CtalRows.few() : CtalRows.all());
        List<Measuring.Task> tasks =
                plan.pairs().stream()
                        .map(
                                (Pair p) ->
                                        new Measuring.Task(
                                                p.label(),
                                                () -> read(p.source()),
                                                () -> read(p.target())))
                        .toList();
        return Measuring.run("transfer", "Transfer on real Zeek traffic", run, plan, tasks, rows);
    }

    private Capture read(String name) throws IOException {
        Capture known = captures.get(name);
        if (known == null) {
            known =
                    name.equals(Pair.ARGUS_MODBUS)
                            ? CsvCapture.read(
                                            name,
                                            data.resolve("argus/modbus_channel_4d_12s.csv"),
                                            Exporter.ARGUS,
                                            Kind.BENIGN,
                                            MOST_ARGUS)
                                    .capture()
                            : new DataFolder(data).read(name);
            captures.put(name, known);
        }
        return known;
    }
}
