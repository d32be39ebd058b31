// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Errors, fused and calibrated. */
public final class CalibratedScorer implements Scorer {
    private final FeatureProfile profile;
    private final SequenceErrors errors;
    private final Calibration calibration;
    private final float[] typical;

    /**
     * @param profile what sequences must have
     * @param errors used by this object alone
     * @param calibration the site's
     * @param typical the site's median of each feature, as vectors carry it
     */
    public CalibratedScorer(
            FeatureProfile profile,
            SequenceErrors errors,
            Calibration calibration,
            float[] typical) {
        this.profile = profile;
        this.errors = errors;
        this.calibration = calibration;
        this.typical = typical;
    }

    @Override
    public Score score(Sequence sequence) {
        measure(sequence);
        double error = calibration.fusion().of(errors.lastFlow(), errors.sequence(), errors.norm());
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
        double[] shares = shares();
        List<FeatureContribution> all = new ArrayList<>(shares.length);
        for (int f = 0; f < shares.length; f++) {
            Feature feature = profile.features().get(f);
            double actual = feature.raw(sequence.value(sequence.length() - 1, f));
            all.add(
                    new FeatureContribution(
                            feature.name(),
                            feature.unit(),
                            actual,
                            feature.raw(typical[f]),
                            shares[f]));
        }
        all.sort(Comparator.comparingDouble(FeatureContribution::contribution).reversed());
        return new Explanation(all, errors.latent());
    }

    /**
     * Each of the three errors hands its part of the fused error on to the features that make it
     * up.
     */
    private double[] shares() {
        double last = calibration.fusion().lastFlow().at(errors.lastFlow());
        double whole = calibration.fusion().sequence().at(errors.sequence());
        double norm = calibration.fusion().norm().at(errors.norm());
        double sum = last + whole + norm;
        double[] shares = new double[profile.width()];
        errors.addLastFlowShares(sum > 0 ? last / sum : 1, shares);
        errors.addSequenceShares(sum > 0 ? whole / sum : 0, shares);
        errors.addNormShares(sum > 0 ? norm / sum : 0, shares);
        return shares;
    }
}
