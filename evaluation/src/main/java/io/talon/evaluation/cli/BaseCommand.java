// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.cli.StepProgress;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.ModelTrainer;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.evaluation.simulated.BaseSites;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon evaluate base}: trains the shipped model. */
@Command(
        name = "base",
        description =
                "Trains the model that ships with Talon on simulated sites. The same command gives"
                        + " the same weights.",
        mixinStandardHelpOptions = true)
final class BaseCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "ctal-vae/src/main/resources/io/talon/ctalvae/base.talon",
            description =
                    "Where to write it. Default: ${DEFAULT-VALUE}, where the build takes it from.")
    private Path out;

    @Option(
            names = "--steps",
            defaultValue = "600",
            description = "Gradient steps. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Seed of weights, batches and noise. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        BaseSites sites = BaseSites.SHIPPED;
        List<List<Sequence>> sequences =
                sites.sequences(
                        (name, flows, taken) ->
                                err.printf(
                                        "%s: %d flows, %d sequences taken%n", name, flows, taken));
        TrainingOptions options = TrainingOptions.defaults().withSteps(steps).withSeed(seed);
        ModelTrainer.Trained trained;
        try (StepProgress progress = new StepProgress("base", err)) {
            trained =
                    new ModelTrainer(options, ThresholdRule.defaults()).train(sequences, progress);
        }
        byte[] file =
                ModelWriter.model(
                        FeatureProfiles.ZEEK_CONN_V1,
                        trained.core(),
                        trained.generic(),
                        madeWith(sites, sequences),
                        SigningKey.generate());
        Files.write(out, file);
        err.printf("%s: %d bytes%n", out, file.length);
        return 0;
    }

    private Map<String, String> madeWith(BaseSites sites, List<List<Sequence>> sequences) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("simulated_sites", Integer.toString(sequences.size()));
        facts.put("simulation_seed", Long.toString(sites.seed()));
        facts.put("sequences", Integer.toString(sequences.stream().mapToInt(List::size).sum()));
        facts.put("steps", Integer.toString(steps));
        facts.put("seed", Long.toString(seed));
        return facts;
    }
}
