// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.teach;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.Adaptation;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.Engine;
import io.talon.ctalvae.train.NormalisedSequences;
import io.talon.ctalvae.train.NormalisedTriplets;
import io.talon.ctalvae.train.Pretraining;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.simulator.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * What is timed: a made-up site of sequences of ten flows, the longest there are, and five triplets
 * whose negatives are another site's. The recipe is the shipped one.
 */
final class TeachWork {
    /** Sequences of a gradient step of pretraining: anchors, positives and negatives. */
    static final int PER_STEP = 3 * TrainingOptions.defaults().batch();

    private static final int TRIPLETS = 5;
    private static final int BENIGN = 400;
    private static final long SEED = 5;

    private final SiteModel base = SiteModel.base();
    private final List<Sequence> benign;
    private final List<Sequence> strange;
    private final NormalisedSequences normalised;
    private final NormalisedTriplets triplets;

    TeachWork() {
        Simulation simulation = Simulation.benign(1, SEED);
        benign = longest(simulation, 0);
        strange = longest(simulation, 1).subList(0, TRIPLETS);
        Normaliser site = RobustStatistics.of(benign);
        normalised = new NormalisedSequences(base.profile().width()).add(benign, site);
        triplets = new NormalisedTriplets(site);
        for (int i = 0; i < TRIPLETS; i++) {
            triplets.add(benign.get(2 * i), benign.get(2 * i + 1), strange.get(i));
        }
    }

    private static List<Sequence> longest(Simulation simulation, int site) {
        List<Sequence> all =
                Destinations.sequences(
                        simulation.flows(simulation.sites().get(site).name()).toList());
        return all.stream().filter(s -> s.length() == FlowHistory.LENGTH).limit(BENIGN).toList();
    }

    SiteModel base() {
        return base;
    }

    /** Fits the adaptors once. */
    Adaptor adapt(Engine engine, int steps, TrainingProgress progress) {
        AdaptationOptions options = AdaptationOptions.defaults().withEngine(engine);
        return new Adaptation(options.withSteps(steps), progress)
                .adapt(base.core(), base.site().adaptor(), normalised, triplets);
    }

    /** Takes steps of pretraining. */
    void pretrain(Engine engine, int steps, TrainingProgress progress) {
        TrainingOptions options = TrainingOptions.defaults().withEngine(engine);
        new Pretraining(options.withSteps(steps), progress).train(normalised);
    }

    /** Teaches the site whole: statistics, every fit, memory and calibration. */
    SiteParts teach() throws AdaptationException {
        List<Triplet> named = new ArrayList<>();
        for (int i = 0; i < TRIPLETS; i++) {
            named.add(
                    new Triplet(
                            benign.get(2 * i).uid(),
                            benign.get(2 * i + 1).uid(),
                            strange.get(i).uid()));
        }
        return new SiteTeacher(base, AdaptationOptions.defaults(), ThresholdRule.defaults())
                .teach(strange, named, benign, TrainingProgress.SILENT);
    }
}
