// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.model.SiteModel;
import io.talon.evaluation.explain.ExplainedAlerts;
import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.report.ExplainReport;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.site.TaughtSite;
import io.talon.simulator.SimulatedSite;
import io.talon.simulator.Simulation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "explain",
        description =
                "Explanations: whether something that a simulated attack changed is among the three"
                        + " largest contributions, and whether contributions sum to the score.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExplainCommand implements MeasuringCommand {
    private static final String NAME = "explain";
    private static final long SEED = 41_000;

    @Mixin private RunOptions run;

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
        int seeds = run.seeds(2);
        int kinds = run.quick ? 1 : Simulation.benign(1, SEED).sites().size();
        Results results =
                Measuring.cells(
                        NAME,
                        run,
                        SiteModel.base().modelSha256() + run.quick + seeds,
                        seeds * kinds,
                        cells -> {
                            for (int seed = 0; seed < seeds; seed++) {
                                Simulation sites = sites(SEED + seed, kinds);
                                for (SimulatedSite site : sites.sites()) {
                                    cells.measure(
                                            new Cell(site.name(), "talon", "k shots", 5, 0, seed),
                                            () ->
                                                    ExplainedAlerts.of(
                                                            TaughtSite.of(
                                                                    SiteModel.base(),
                                                                    sites,
                                                                    site)));
                                }
                            }
                        });
        ExplainReport report =
                new ExplainReport(
                        Measuring.header(NAME, run, "", seeds + " seeds × " + kinds + " sites"));
        report.write(run.folder(NAME), results);
        return Measuring.finish(NAME, run, results, report.table(results));
    }

    private Simulation sites(long seed, int kinds) {
        List<SimulatedSite> sites = Simulation.benign(1, seed).sites().subList(0, kinds);
        Simulation day = Simulation.of(seed, sites);
        return day.lasting(Duration.ofHours(run.quick ? 8 : 12)).withEveryAttack();
    }
}
