// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.ctal.CtalRows;
import io.talon.evaluation.hard.Event;
import io.talon.evaluation.hard.HardSite;
import io.talon.evaluation.hard.Spliced;
import io.talon.evaluation.protocol.DataFolder;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "hard",
        description =
                "Simulated sites with attacks whose single flows are copies of the site's own: only"
                        + " rhythm, order or place gives them away; and, where they are at hand,"
                        + " real captures with attacks spliced in.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HardCommand implements Callable<Integer> {
    /** Sites that the shipped model was not trained on. */
    private static final long SOURCE_SEED = 900_001;

    private static final long TARGET_SEED = 900_100;

    @Mixin private RunOptions run;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TALON_DATA:-../shared/data}",
            description =
                    "Folder of the real captures, for the sets with attacks spliced in (default:"
                            + " $TALON_DATA, else ../shared/data).")
    private Path data;

    @Override
    public Integer call() throws IOException {
        Plan plan = run.applied(run.quick ? Plan.QUICK : Plan.FULL);
        List<Row> rows = new ArrayList<>(run.quick ? Rows.few() : Rows.rivals());
        rows.addAll(run.quick ? CtalRows.few() : CtalRows.all());
        List<Measuring.Task> tasks = new ArrayList<>();
        for (Event event : Event.values()) {
            if (!run.quick || event.ordinal() < 2) {
                tasks.add(
                        new Measuring.Task(
                                event.label(),
                                () -> HardSite.ordinary(event.kind(), SOURCE_SEED),
                                () -> HardSite.with(event, TARGET_SEED)));
            }
        }
        DataFolder captures = new DataFolder(data);
        if (!captures.exists()) {
            System.err.println(data + ": no captures there, the spliced sets are left out");
        } else if (!run.quick) {
            tasks.add(spliced(captures, "ctu-normal-42", "iot23-34-1", "ctu-normal-40"));
            tasks.add(spliced(captures, "iot23-34-1", "ctu-normal-40", "iot23-4-1"));
        }
        return Measuring.run("hard", "Attacks made of ordinary flows", run, plan, tasks, rows);
    }

    private static Measuring.Task spliced(
            DataFolder captures, String benign, String attacks, String source) {
        String name = "1 % of " + attacks + " in " + benign;
        return new Measuring.Task(
                name,
                () -> captures.read(source),
                () -> Spliced.of(name, captures.conns(benign), captures.conns(attacks), 0.01, 0));
    }
}
