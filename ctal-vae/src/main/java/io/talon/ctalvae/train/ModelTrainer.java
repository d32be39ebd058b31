// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.calibrate.ErrorSample;
import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.score.SequenceErrors;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a model from the benign sequences of one or more sites: core and generic adaptor are
 * trained on each site in its own statistics; the generic statistics and calibration, for sites
 * that nothing is known of, are those of all sites together. Every fifth sequence is kept back to
 * calibrate on.
 */
public final class ModelTrainer {
    /** Fewer sequences are not worth learning from. */
    public static final int LEAST_BENIGN = 50;

    private static final int HELD_EVERY = 5;

    /** What training makes. */
    public record Trained(Core core, SiteParts generic, double loss) {}

    private final TrainingOptions options;
    private final ThresholdRule rule;

    public ModelTrainer(TrainingOptions options, ThresholdRule rule) {
        this.options = options;
        this.rule = rule;
    }

    /**
     * @param sites benign sequences of each site in the order of time, all of one profile
     * @param progress told of every gradient step
     * @throws IllegalArgumentException if there are fewer than {@link #LEAST_BENIGN} sequences
     */
    public Trained train(List<List<Sequence>> sites, TrainingProgress progress) {
        List<Sequence> learnt = new ArrayList<>();
        List<Sequence> held = new ArrayList<>();
        NormalisedSequences normalised = null;
        for (List<Sequence> site : sites) {
            List<Sequence> own = new ArrayList<>();
            for (int i = 0; i < site.size(); i++) {
                (i % HELD_EVERY == HELD_EVERY - 1 ? held : own).add(site.get(i));
            }
            if (!own.isEmpty()) {
                normalised =
                        normalised == null
                                ? new NormalisedSequences(own.get(0).width())
                                : normalised;
                normalised.add(own, RobustStatistics.of(own));
                learnt.addAll(own);
            }
        }
        if (learnt.size() + held.size() < LEAST_BENIGN) {
            throw new IllegalArgumentException(
                    learnt.size()
                            + held.size()
                            + " benign flows to learn from; at least "
                            + LEAST_BENIGN
                            + " are needed");
        }
        Pretraining.Result result = new Pretraining(options, progress).train(normalised);
        Normaliser generic = RobustStatistics.of(learnt);
        SequenceErrors errors =
                new SequenceErrors(
                        result.core(),
                        result.adaptor(),
                        generic,
                        new ScalarReconstructor(result.core().shape()));
        Calibration calibration =
                Calibration.fit(new ErrorSample().add(errors, held), new ErrorSample(), rule);
        return new Trained(
                result.core(),
                new SiteParts(result.adaptor(), generic, calibration, Maturity.GENERIC),
                result.loss());
    }
}
