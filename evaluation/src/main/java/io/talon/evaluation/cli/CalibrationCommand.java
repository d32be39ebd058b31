// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.model.SiteModel;
import io.talon.evaluation.calibration.BenignStream;
import io.talon.evaluation.calibration.BudgetTrial;
import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Cells;
import io.talon.evaluation.protocol.DataFolder;
import io.talon.evaluation.report.CalibrationReport;
import io.talon.evaluation.report.Figures;
import io.talon.evaluation.report.Results;
import io.talon.simulator.site.SiteKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "calibration",
        description =
                "Alert budgets: whether the share of later benign flows that is flagged is the one"
                        + " asked for, on simulated sites of several days and on real captures, and"
                        + " which budgets the declared flows support at all.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CalibrationCommand implements MeasuringCommand {
    private static final String NAME = "calibration";

    /** Other sites than those that anything was chosen by. */
    private static final long SEED = 61_000;

    private static final double[] BUDGETS = {0.1, 0.05, 0.02, 0.01, 0.005};

    @Mixin private RunOptions run;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TALON_DATA:-../shared/data}",
            description =
                    "Folder of the real captures (default: $TALON_DATA, else ../shared/data).")
    private Path data;

    @Override
    public RunOptions options() {
        return run;
    }

    @Override
    public boolean readsCaptures() {
        return false;
    }

    @Override
    public Integer call() throws IOException {
        int seeds = run.seeds(5);
        int days = run.quick ? 2 : 4;
        int most = run.quick ? 2_000 : 6_000;
        List<SiteKind> kinds = run.quick ? List.of(SiteKind.SENSORS) : List.of(SiteKind.values());
        DataFolder captures = new DataFolder(data);
        boolean real = captures.exists() && !run.quick;
        if (!captures.exists()) {
            System.err.println(data + ": no captures there, real ones are left out");
        }
        int sites = seeds * kinds.size() + (real ? DataFolder.ATTACKED.size() + 1 : 0);
        Results results =
                Measuring.cells(
                        NAME,
                        run,
                        SiteModel.base().modelSha256() + days + most + seeds,
                        sites * BUDGETS.length,
                        cells -> {
                            for (int seed = 0; seed < seeds; seed++) {
                                for (SiteKind kind : kinds) {
                                    long number = SEED + seed;
                                    measure(
                                            cells,
                                            kind.label(),
                                            seed,
                                            () -> BenignStream.simulated(kind, number, days, most));
                                }
                            }
                            if (real) {
                                measureReal(cells, captures, most);
                            }
                        });
        List<String> labels = kinds.stream().map(SiteKind::label).toList();
        Results simulated = part(results, labels, true);
        CalibrationReport report =
                new CalibrationReport(
                        Measuring.header(
                                NAME,
                                run,
                                "",
                                seeds
                                        + " sites of each kind, "
                                        + days
                                        + " days, of each half at most "
                                        + most
                                        + " flows"));
        report.write(run.folder(NAME), simulated, part(results, labels, false), results);
        return Measuring.finish(NAME, run, results, report.table("All simulated sites", simulated));
    }

    private static Results part(Results results, List<String> labels, boolean simulated) {
        return new Results(
                results.all().stream()
                        .filter(o -> labels.contains(o.cell().pair()) == simulated)
                        .toList());
    }

    private static void measureReal(Cells cells, DataFolder captures, int most) throws IOException {
        for (String capture : DataFolder.ATTACKED) {
            measure(cells, capture, 0, () -> BenignStream.of(captures.read(capture)));
        }
        if (!captures.unlabelledFiles().isEmpty()) {
            measure(
                    cells,
                    "public host, unlabelled",
                    0,
                    () -> BenignStream.unlabelled(captures.unlabelled(), most));
        }
    }

    /** Makes a stream when the first of its cells is not known yet. */
    private interface Source {
        BenignStream read() throws IOException;
    }

    private static void measure(Cells cells, String name, int seed, Source source)
            throws IOException {
        BudgetTrial[] trial = new BudgetTrial[1];
        for (double budget : BUDGETS) {
            cells.measure(
                    new Cell(name, Figures.percent(budget), "", 5, 0, seed),
                    () -> {
                        if (trial[0] == null) {
                            trial[0] = new BudgetTrial(source.read(), seed);
                        }
                        return trial[0].budget(budget);
                    });
        }
    }
}
