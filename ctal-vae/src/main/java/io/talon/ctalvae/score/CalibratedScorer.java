// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;

/** Errors, fused and calibrated. */
public final class CalibratedScorer implements Scorer {
    private final FeatureProfile profile;
    private final SequenceErrors errors;
    private final Calibration calibration;
    private final Explainer explainer;

    /**
     * @param profile what sequences must have
     * @param errors used by this object alone
     * @param calibration the site's
     * @param site its statistics
     */
    public CalibratedScorer(
            FeatureProfile profile,
            SequenceErrors errors,
            Calibration calibration,
            Normaliser site) {
        this.profile = profile;
        this.errors = errors;
        this.calibration = calibration;
        this.explainer = new Explainer(profile, calibration, site);
    }

    @Override
    public Score score(Sequence sequence) {
        measure(sequence);
        double error =
                calibration
                        .fusion()
                        .of(
                                errors.lastFlow(),
                                errors.sequence(),
                                errors.norm(),
                                sequence.exchange());
        double p = calibration.p(error);
        return new Score(
                error,
                p,
                Calibration.recordScore(p),
                p < calibration.threshold(),
                sequence.length());
    }

    private void measure(Sequence sequence) {
        if (!sequence.profile().equals(profile.id()) || sequence.width() != profile.width()) {
            throw new IllegalArgumentException(
                    "a sequence of profile "
                            + sequence.profile()
                            + " with "
                            + sequence.width()
                            + " features; the model needs "
                            + profile.id()
                            + " with "
                            + profile.width());
        }
        errors.measure(sequence);
    }

    @Override
    public Explanation explain(Sequence sequence) {
        measure(sequence);
        float[] last = new float[profile.width()];
        for (int f = 0; f < last.length; f++) {
            last[f] = sequence.value(sequence.length() - 1, f);
        }
        return explainer.explain(
                new MeasuredSequence(
                        errors.lastFlow(),
                        errors.sequence(),
                        errors.norm(),
                        sequence.exchange(),
                        last,
                        0,
                        errors.latent()));
    }
}
