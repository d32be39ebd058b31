// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.train.Adaptation;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Networks that several rows share, each trained once. Not thread-safe. */
public final class Networks {
    private final TrainingOptions training;
    private final AdaptationOptions adaptation;
    private final Map<List<Object>, Network> known = new HashMap<>();

    /**
     * @param training of cores; the seed is the trial's
     * @param adaptation of adaptors; the seed follows from the trial
     */
    public Networks(TrainingOptions training, AdaptationOptions adaptation) {
        this.training = training;
        this.adaptation = adaptation;
    }

    private Network once(List<Object> key, Supplier<Network> made) {
        Network found = known.get(key);
        if (found == null) {
            found = made.get();
            known.put(key, found);
        }
        return found;
    }

    /** The source's core and adaptors under the source's own statistics. */
    public Network atSource(Trial trial) {
        return once(
                List.of("source", trial.source().name(), trial.seed()),
                () ->
                        Network.pretrained(
                                trial.source(),
                                trial.source().indices(Kind.BENIGN),
                                training.withSeed(trial.seed())));
    }

    /** The source's core and adaptors under the target's statistics. */
    Network source(Trial trial) {
        return atSource(trial)
                .at(RobustStatistics.of(Network.sequences(trial.target(), trial.split().fit())));
    }

    /** A core trained on the target's declared-benign flows alone. */
    Network scratch(Trial trial) {
        return once(
                List.of("scratch", trial.target().name(), trial.seed()),
                () ->
                        Network.pretrained(
                                trial.target(),
                                trial.split().fit(),
                                training.withSeed(trial.seed())));
    }

    /** A network of the target's width that has learnt nothing. */
    Network untrained(Trial trial) {
        return once(
                List.of("untrained", trial.target().name(), trial.seed()),
                () ->
                        Network.pretrained(
                                trial.target(),
                                Arrays.copyOf(trial.split().fit(), 2),
                                training.withSeed(trial.seed()).withSteps(1)));
    }

    /** The source's network with adaptors taught by the trial's triplets. */
    public Network taught(Trial trial) {
        return taught(trial, Selected.of(trial.shots()));
    }

    /** The source's network with adaptors taught by chosen triplets. */
    Network taught(Trial trial, Selected chosen) {
        Network start = source(trial);
        List<Object> key =
                List.of(
                        "taught",
                        trial.source().name(),
                        trial.target().name(),
                        trial.seed(),
                        Arrays.toString(chosen.anchors()),
                        Arrays.toString(chosen.negatives()));
        return once(key, () -> start.with(adaptor(trial, chosen, start)));
    }

    private Adaptor adaptor(Trial trial, Selected chosen, Network start) {
        return new Adaptation(options(trial, chosen), TrainingProgress.SILENT)
                .adapt(
                        start.core(),
                        start.adaptor(),
                        start.normalised(Network.sequences(trial.target(), trial.split().fit())),
                        start.triplets(trial.target(), chosen));
    }

    /** Options with the seed of a trial. */
    AdaptationOptions options(Trial trial, Selected chosen) {
        return adaptation.withSeed(1_000 + 31 * trial.seed() + Arrays.hashCode(chosen.anchors()));
    }
}
