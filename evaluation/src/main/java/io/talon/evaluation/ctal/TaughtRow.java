// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Scores;
import io.talon.evaluation.protocol.Shots;
import io.talon.evaluation.protocol.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The product as its users meet it: {@code talon adapt} on the shipped base model or on one trained
 * on the source, {@code talon score} at its own threshold.
 *
 * @param start which model is taught
 * @param models shared by all rows
 * @param taught whether it is taught at all, or scores as it comes
 */
public record TaughtRow(Start start, Models models, boolean taught) implements Row {

    /** Which model is taught. */
    public enum Start {
        /** The model that ships. */
        SHIPPED("shipped base"),
        /** One trained on the source's benign flows. */
        SOURCE("source model");

        private final String label;

        Start(String label) {
            this.label = label;
        }
    }

    @Override
    public String detector() {
        return "talon";
    }

    @Override
    public String material() {
        return start.label + (taught ? ", k shots" : ", as it comes");
    }

    @Override
    public boolean usesShots() {
        return taught;
    }

    @Override
    public boolean isSeeded() {
        return true;
    }

    @Override
    public List<Integer> ks(Plan plan) {
        return taught ? plan.ks() : List.of(plan.mainK());
    }

    @Override
    public Scores scores(Trial trial) {
        boolean zeek =
                Stream.of(trial.source(), trial.target())
                        .map(c -> c.flows().get(0).sequence().profile())
                        .allMatch(FeatureProfiles.ZEEK_CONN_V1.id()::equals);
        if (!zeek) {
            throw new UnsupportedOperationException("the product's commands read Zeek's conn.log");
        }
        SiteModel model =
                start == Start.SHIPPED ? SiteModel.base() : models.on(trial.source(), trial.seed());
        Scorer scorer = (taught ? taught(model, trial) : model).newScorer();
        int[] flows = trial.scored();
        double[] errors = new double[flows.length];
        double threshold = -1;
        for (int i = 0; i < flows.length; i++) {
            Score score = scorer.score(trial.target().flows().get(flows[i]).sequence());
            errors[i] = score.error();
            threshold = score.anomalous() ? threshold : Math.max(threshold, errors[i]);
        }
        return new Scores(errors, OptionalDouble.of(threshold));
    }

    private static SiteModel taught(SiteModel model, Trial trial) {
        Capture target = trial.target();
        Shots shots = trial.shots();
        List<Triplet> triplets = new ArrayList<>();
        for (int i = 0; i < shots.k(); i++) {
            triplets.add(
                    new Triplet(
                            uid(target, shots.anchors()[i]),
                            uid(target, shots.positives()[i]),
                            i < shots.negatives().length
                                    ? uid(target, shots.negatives()[i])
                                    : null));
        }
        SiteTeacher teacher =
                new SiteTeacher(
                        model,
                        AdaptationOptions.defaults().withSeed(1_000 + trial.seed()),
                        ThresholdRule.defaults());
        try {
            SiteParts parts =
                    teacher.teach(
                            Cores.sequences(target, trial.split().adapt()),
                            triplets,
                            Cores.sequences(target, trial.split().declared()),
                            TrainingProgress.SILENT);
            return model.withSite(parts);
        } catch (AdaptationException e) {
            throw new UnsupportedOperationException(e.getMessage(), e);
        }
    }

    /** Uid of a flow: the last one of its sequence. */
    private static String uid(Capture capture, int flow) {
        List<String> uids = capture.flows().get(flow).sequence().uids();
        return uids.get(uids.size() - 1);
    }
}
