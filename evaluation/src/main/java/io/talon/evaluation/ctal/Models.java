// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.model.Origin;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.train.ModelTrainer;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Models as {@code talon train} makes them, each trained once. */
public final class Models {
    private final Map<List<Object>, SiteModel> trained = new HashMap<>();

    SiteModel on(Capture source, long seed) {
        return trained.computeIfAbsent(List.of(source.name(), seed), key -> train(source, seed));
    }

    private static SiteModel train(Capture source, long seed) {
        ModelTrainer trainer =
                new ModelTrainer(
                        TrainingOptions.defaults().withSeed(seed), ThresholdRule.defaults());
        ModelTrainer.Trained made =
                trainer.train(
                        List.of(Cores.sequences(source, source.indices(Kind.BENIGN))),
                        TrainingProgress.SILENT);
        Origin origin = new Origin("evaluation", source.name());
        return new SiteModel(
                FeatureProfiles.ZEEK_CONN_V1, made.core(), origin, made.generic(), origin);
    }
}
