// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.ctalvae.model.SiteModel;
import io.talon.evaluation.simulated.SimulatedResults;
import io.talon.evaluation.simulated.SimulatedTable;
import io.talon.evaluation.simulated.SimulatedTrials;
import io.talon.simulator.Simulation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon evaluate simulated}. */
@Command(
        name = "simulated",
        description =
                "Detection per attack family on simulated sites that the model has not seen, before"
                        + " and after adaptation with a few triplets.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SimulatedCommand implements Callable<Integer> {
    /** Other sites than those the shipped model learns from. */
    private static final long SEED = 77_007L;

    private enum Format {
        TABLE,
        JSON
    }

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model to start from. Default: the one that ships with Talon.")
    private Path model;

    @Option(
            names = {"-k", "--triplets"},
            defaultValue = "5",
            description = "Triplets per site. Default: ${DEFAULT-VALUE}.")
    private int triplets;

    @Option(
            names = "--quick",
            description = "One site of each kind and one draw instead of two and three.")
    private boolean quick;

    @Option(
            names = "--format",
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        SiteModel start = model == null ? SiteModel.base() : SiteModel.load(model);
        Simulation simulation = Simulation.benign(quick ? 1 : 2, SEED).withEveryAttack();
        SimulatedTrials trials = new SimulatedTrials(start, simulation, triplets, quick ? 1 : 3);
        int[] done = {0};
        SimulatedResults results =
                trials.run(
                        (site, draw) ->
                                err.printf(
                                        "simulated: %d of %d, %s draw %d%n",
                                        ++done[0], trials.size(), site, draw));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                format == Format.JSON
                        ? new ObjectMapper().writeValueAsString(results)
                        : new SimulatedTable(results).markdown());
        out.flush();
        return 0;
    }
}
