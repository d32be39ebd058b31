// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.ctal.CtalRows;
import io.talon.evaluation.hard.Event;
import io.talon.evaluation.hard.HardSite;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "hard",
        description =
                "Simulated sites with attacks whose single flows are copies of the site's own: only"
                        + " rhythm, order or place gives them away. Needs no data.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HardCommand implements Callable<Integer> {
    /** Sites that the shipped model was not trained on. */
    private static final long SOURCE_SEED = 900_001;

    private static final long TARGET_SEED = 900_100;

    @Mixin private RunOptions run;

    @Override
    public Integer call() throws IOException {
        Plan plan = run.applied(run.quick ? Plan.QUICK : Plan.FULL);
        List<Row> rows = new ArrayList<>(run.quick ? Rows.few() : Rows.rivals());
        rows.addAll(run.quick ? CtalRows.few() : CtalRows.all());
        List<Measuring.Task> tasks =
                Arrays.stream(Event.values())
                        .filter(e -> !run.quick || e.ordinal() < 2)
                        .map(
                                e ->
                                        new Measuring.Task(
                                                e.label(),
                                                () -> HardSite.ordinary(e.kind(), SOURCE_SEED),
                                                () -> HardSite.with(e, TARGET_SEED)))
                        .toList();
        return Measuring.run("hard", "Attacks made of ordinary flows", run, plan, tasks, rows);
    }
}
