// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.cli;

import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.sequence.SequenceSample;
import io.talon.ctalvae.train.Engine;
import io.talon.ctalvae.train.ModelTrainer;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.zeek.Conn;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code talon train}. */
@Command(
        name = "train",
        description =
                "Trains a model from the benign flows of one site. All flows given are taken for"
                        + " benign.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--flows",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "conn.log files with benign flows, any dialect, plain or gzip.")
    private List<Path> flows;

    @Mixin private OutputFile out;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Seed of weights, batches and noise. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--steps",
            defaultValue = "600",
            description = "Gradient steps. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--most",
            defaultValue = "60000",
            description =
                    "Learn from at most so many sequences, drawn at random. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int most;

    @Option(
            names = "--engine",
            defaultValue = "PLAIN",
            description =
                    "What computes gradients: ${COMPLETION-CANDIDATES}. All give the same up to"
                            + " rounding. Default: ${DEFAULT-VALUE}.")
    private Engine engine;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        PrintWriter err = spec.commandLine().getErr();
        TrainingOptions options = options();
        SigningKey key = out.prepare();
        List<Conn> read = new FlowLogs(err).read(flows);
        List<Sequence> sequences =
                SequenceSample.of(read, Math.max(most, ModelTrainer.LEAST_BENIGN), seed);
        if (sequences.size() < read.size()) {
            err.printf(
                    "learning from %d of %d flows, drawn at random (--most)%n",
                    sequences.size(), read.size());
        }
        try (StepProgress progress = new StepProgress("train", err)) {
            ModelTrainer.Trained trained =
                    new ModelTrainer(options, ThresholdRule.defaults())
                            .train(List.of(sequences), progress);
            out.write(
                    ModelWriter.model(
                            FeatureProfiles.ZEEK_CONN_V1,
                            trained.core(),
                            trained.generic(),
                            madeWith(read.size(), sequences.size()),
                            key));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new CommandFailure(e);
        }
        err.printf(
                "%s: a model trained on %d flows, %d steps, seed %d%n",
                out.path(), sequences.size(), steps, seed);
        return CommandLine.ExitCode.OK;
    }

    private TrainingOptions options() {
        try {
            return TrainingOptions.defaults().withSeed(seed).withSteps(steps).withEngine(engine);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Map<String, String> madeWith(int all, int used) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("flows", Integer.toString(all));
        facts.put("sequences", Integer.toString(used));
        facts.put("seed", Long.toString(seed));
        facts.put("steps", Integer.toString(steps));
        return facts;
    }
}
