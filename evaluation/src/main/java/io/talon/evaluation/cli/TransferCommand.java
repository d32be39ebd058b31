// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.ctal.CtalRows;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
final class TransferCommand implements MeasuringCommand {
    @Mixin private RunOptions run;

    @Mixin private PairOptions pairs;

    @Option(
            names = "--simple-rows",
            description =
                    "Only the simple detectors with the target's statistics, CTAL-VAE with k shots"
                            + " and the product: minutes instead of hours.")
    private boolean simpleRows;

    @Override
    public RunOptions options() {
        return run;
    }

    @Override
    public boolean readsCaptures() {
        return true;
    }

    @Override
    public Integer call() throws IOException {
        Plan plan = run.applied(run.quick ? Plan.QUICK : Plan.FULL);
        List<Row> rows = new ArrayList<>();
        if (run.quick) {
            rows.addAll(Rows.few());
            rows.addAll(CtalRows.few());
        } else if (simpleRows) {
            rows.addAll(Rows.simple());
            rows.addAll(CtalRows.adapted());
        } else {
            rows.addAll(Rows.rivals());
            rows.addAll(CtalRows.all());
        }
        List<Measuring.Task> tasks = pairs.tasks(plan.pairs());
        return Measuring.run(
                "transfer",
                "Transfer on real Zeek traffic",
                run,
                pairs.text() + (simpleRows ? " --simple-rows" : ""),
                plan,
                tasks,
                rows);
    }
}
