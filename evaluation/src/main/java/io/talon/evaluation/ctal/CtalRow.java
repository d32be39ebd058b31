// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.score.SequenceErrors;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.Adaptation;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.NormalisedSequences;
import io.talon.ctalvae.train.NormalisedTriplets;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Scores;
import io.talon.evaluation.protocol.Shots;
import io.talon.evaluation.protocol.Split;
import io.talon.evaluation.protocol.ThresholdRule;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;
import java.util.List;

/**
 * CTAL-VAE in one of its variants. It learns from the same flows as the rows "same material" and
 * its threshold is set by the same rule on the same flows.
 *
 * @param variant what it has of the source and of the target
 * @param fusion which error is the score
 * @param training of cores; the seed is the trial's
 * @param adaptation of adaptors; the seed is the trial's and the draw's
 * @param cores shared by all rows
 */
public record CtalRow(
        Variant variant,
        Fusion fusion,
        TrainingOptions training,
        AdaptationOptions adaptation,
        Cores cores)
        implements Row {

    @Override
    public String detector() {
        return fusion == Fusion.FUSED ? "CTAL-VAE" : "CTAL-VAE (" + fusion.label() + ")";
    }

    @Override
    public String material() {
        return variant.label();
    }

    @Override
    public boolean usesShots() {
        return variant.usesShots();
    }

    @Override
    public boolean isSeeded() {
        return true;
    }

    @Override
    public int[] calibration(Split split) {
        return split.hold();
    }

    @Override
    public ThresholdRule rule() {
        return variant.usesShots() ? ThresholdRule.BETWEEN : ThresholdRule.QUANTILE;
    }

    @Override
    public List<Integer> ks(Plan plan) {
        return variant == Variant.ADAPTED && fusion == Fusion.FUSED
                ? Row.super.ks(plan)
                : List.of(plan.mainK());
    }

    @Override
    public Scores scores(Trial trial) {
        Capture target = trial.target();
        TrainingOptions options = training.withSeed(trial.seed());
        boolean foreign = width(trial.source()) != width(target);
        if (foreign && (variant == Variant.SOURCE_ONLY || variant == Variant.STATISTICS)) {
            throw new UnsupportedOperationException(
                    "source and target have different features: the adaptors must be learnt");
        }
        Cores.Trained core =
                switch (variant) {
                    case UNTRAINED -> cores.on(target, trial.split().fit(), idle(options));
                    case SOURCE_ONLY, STATISTICS, ADAPTED ->
                            cores.on(trial.source(), trial.source().indices(Kind.BENIGN), options);
                    case SCRATCH -> cores.on(target, trial.split().fit(), options);
                    case ORACLE -> cores.on(target, target.indices(Kind.BENIGN), options);
                };
        Normaliser statistics =
                switch (variant) {
                    case UNTRAINED, STATISTICS, ADAPTED, SCRATCH ->
                            RobustStatistics.of(Cores.sequences(target, trial.split().fit()));
                    case SOURCE_ONLY, ORACLE -> core.statistics();
                };
        Adaptor adaptor =
                variant.usesShots()
                        ? adapted(trial, core, statistics, foreign)
                        : core.weights().adaptor();
        SequenceErrors model =
                new SequenceErrors(
                        core.weights().core(),
                        adaptor,
                        statistics,
                        new ScalarReconstructor(core.weights().core().shape()));
        Errors reference = Errors.of(model, target, trial.split().fit());
        return Scores.of(Errors.of(model, target, trial.scored()).scores(fusion, reference));
    }

    private static int width(Capture capture) {
        return capture.flows().get(0).sequence().width();
    }

    /** One step so small that it changes nothing. */
    private static TrainingOptions idle(TrainingOptions o) {
        return new TrainingOptions(
                o.shape(),
                1,
                1,
                1e-12,
                o.finalRate(),
                o.gradientNorm(),
                o.inputNoise(),
                o.kl(),
                o.warmUp(),
                o.contrast(),
                o.contrastMargin(),
                o.injection(),
                o.engine(),
                o.seed());
    }

    /**
     * With other features on the target's side there is no adaptor to start from: it starts at
     * random and gets as many steps as a core.
     */
    private Adaptor adapted(
            Trial trial, Cores.Trained core, Normaliser statistics, boolean foreign) {
        Capture target = trial.target();
        NormalisedSequences benign =
                new NormalisedSequences(statistics.width())
                        .add(Cores.sequences(target, trial.split().fit()), statistics);
        NormalisedTriplets triplets = new NormalisedTriplets(statistics);
        Shots shots = trial.shots();
        List<Sequence> anchors = Cores.sequences(target, shots.anchors());
        List<Sequence> positives = Cores.sequences(target, shots.positives());
        List<Sequence> negatives = Cores.sequences(target, shots.negatives());
        for (int i = 0; i < anchors.size(); i++) {
            triplets.add(
                    anchors.get(i),
                    positives.get(i),
                    i < negatives.size() ? negatives.get(i) : null);
        }
        long seed = 1_000 + 31L * trial.seed() + Arrays.hashCode(shots.anchors());
        boolean fromRandom = foreign && variant == Variant.ADAPTED;
        Adaptor start =
                fromRandom
                        ? cores.on(
                                        target,
                                        trial.split().fit(),
                                        idle(training.withSeed(trial.seed())))
                                .weights()
                                .adaptor()
                        : core.weights().adaptor();
        AdaptationOptions options =
                adaptation
                        .withSeed(seed)
                        .withSteps(fromRandom ? training.steps() : adaptation.steps());
        return new Adaptation(options, TrainingProgress.SILENT)
                .adapt(core.weights().core(), start, benign, triplets);
    }
}
