// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.type.AttackTypes;
import io.talon.ctalvae.type.Example;
import io.talon.ctalvae.type.KnownAttacks;
import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Cells;
import io.talon.evaluation.report.MeasureTable;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.report.Table;
import io.talon.evaluation.report.TypesReport;
import io.talon.evaluation.site.TaughtSite;
import io.talon.evaluation.type.Anomalies;
import io.talon.evaluation.type.LeftOut;
import io.talon.evaluation.type.TypeSpace;
import io.talon.simulator.SimulatedSite;
import io.talon.simulator.Simulation;
import io.talon.simulator.attack.AttackFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "types",
        description =
                "Attack types: kinds learnt on some simulated sites name the anomalies of"
                        + " others, each family left out in turn must be called unknown.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TypesCommand implements MeasuringCommand {
    private static final String NAME = "types";
    private static final double REJECTION = 0.05;
    private static final long LEARN_SEED = 31_000;
    private static final long TRY_SEED = 32_000;

    /** Sites of each kind that lend examples. */
    private static final int LEARNT_OF_A_KIND = 5;

    @Mixin private RunOptions run;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description =
                    "Also write the types, learnt from all families, to a file; those that ship lie"
                            + " in ctal-vae/src/main/resources/io/talon/ctalvae/attack-types.json.")
    private Path write;

    private final Map<Integer, Anomalies> learnt = new HashMap<>();
    private final Map<Integer, Anomalies> tried = new HashMap<>();

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
        Results results =
                Measuring.cells(
                        NAME,
                        run,
                        SiteModel.base().modelSha256() + run.quick + seeds,
                        seeds * TypeSpace.values().length * AttackFamily.values().length,
                        cells -> {
                            for (int seed = 0; seed < seeds; seed++) {
                                measure(seed, cells);
                            }
                        });
        if (write != null) {
            Files.write(write, shipped().bytes());
            System.err.println("written to " + write);
        }
        new TypesReport(Measuring.header(NAME, run, "", seeds + " sets of sites"), REJECTION)
                .write(run.folder(NAME), results);
        Table summary = MeasureTable.of(TypesReport.TITLE, results, TypesReport.MEASURES);
        return Measuring.finish(NAME, run, results, summary);
    }

    private void measure(int seed, Cells cells) throws IOException {
        for (TypeSpace space : TypeSpace.values()) {
            for (AttackFamily family : AttackFamily.values()) {
                cells.measure(
                        new Cell(family.label(), space.label(), "", 0, 0, seed),
                        () ->
                                LeftOut.of(
                                        learnt(seed).in(space),
                                        tried(seed).in(space),
                                        family.label(),
                                        REJECTION,
                                        space.shrinkage()));
            }
        }
    }

    private Anomalies learnt(int seed) {
        return learnt.computeIfAbsent(
                seed,
                s -> {
                    Anomalies anomalies = new Anomalies(SiteModel.base());
                    for (int i = 0; i < (run.quick ? 2 : LEARNT_OF_A_KIND); i++) {
                        Simulation sites = sites(LEARN_SEED + 100L * s + i, run.quick ? 2 : 4);
                        for (SimulatedSite site : sites.sites()) {
                            System.err.println("types: learning " + site.name() + ", set " + i);
                            anomalies.addKnown(sites, site);
                        }
                    }
                    return anomalies;
                });
    }

    private Anomalies tried(int seed) {
        return tried.computeIfAbsent(
                seed,
                s -> {
                    Anomalies anomalies = new Anomalies(SiteModel.base());
                    Simulation sites = sites(TRY_SEED + s, run.quick ? 1 : 4);
                    for (SimulatedSite site : sites.sites()) {
                        System.err.println("types: teaching " + site.name());
                        anomalies.addAlerts(TaughtSite.of(SiteModel.base(), sites, site));
                    }
                    return anomalies;
                });
    }

    private Simulation sites(long seed, int kinds) {
        List<SimulatedSite> all = Simulation.benign(1, seed).sites();
        return Simulation.of(seed, all.subList(0, Math.min(kinds, all.size())))
                .lasting(Duration.ofHours(run.quick ? 8 : 12))
                .withEveryAttack();
    }

    private KnownAttacks shipped() {
        List<Example> examples = LeftOut.enough(learnt(0).in(TypeSpace.FLOWS), REJECTION);
        return new KnownAttacks(SiteModel.base().profile(), AttackTypes.learn(examples, REJECTION));
    }
}
