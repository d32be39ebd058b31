// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae;

import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.train.ModelTrainer;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.List;
import java.util.Map;

/** A small model for tests, trained once, as the bytes of its file. */
public final class TrainedModel {
    private static final byte[] BYTES = train(1);

    private TrainedModel() {}

    /** The file. */
    public static byte[] bytes() {
        return BYTES.clone();
    }

    /** The model. */
    public static SiteModel model() {
        try {
            return ModelReader.model(BYTES, "test.talon", TrustedKeys.any());
        } catch (ModelFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another one, with a key of its own. */
    public static byte[] train(long seed) {
        ModelTrainer.Trained trained =
                new ModelTrainer(
                                TrainingOptions.defaults().withSteps(40).withSeed(seed),
                                ThresholdRule.defaults())
                        .train(
                                List.of(Destinations.sequences(Flows.site(300, 1))),
                                TrainingProgress.SILENT);
        return ModelWriter.model(
                FeatureProfiles.ZEEK_CONN_V1,
                trained.core(),
                trained.generic(),
                Map.of("seed", Long.toString(seed)),
                SigningKey.generate());
    }
}
