// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.calibrate.Acquaintance;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Errors, fused and calibrated. */
public final class CalibratedScorer implements Scorer {
    /** Errors of the network among the parts of the fused error. */
    private static final int NETWORK = 3;

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
        double[] parts = parts(sequence.exchange());
        double[] shares = shares(parts);
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
        for (Relation relation : Relation.values()) {
            int index = NETWORK + relation.ordinal();
            if (index < parts.length && parts[index] > 0) {
                all.add(surprise(relation, sequence.exchange(), parts[index]));
            }
        }
        all.sort(Comparator.comparingDouble(FeatureContribution::contribution).reversed());
        return new Explanation(all, errors.latent());
    }

    /** Shares of the fused error, in the order of {@code FusedError.parts}; sum 1. */
    private double[] parts(Exchange exchange) {
        double[] parts =
                calibration
                        .fusion()
                        .parts(errors.lastFlow(), errors.sequence(), errors.norm(), exchange);
        double sum = Arrays.stream(parts).sum();
        if (!(sum > 0)) {
            parts[0] = 1;
            return parts;
        }
        return Arrays.stream(parts).map(p -> p / sum).toArray();
    }

    /**
     * Each of the three errors hands its part of the fused error on to the features that make it
     * up.
     */
    private double[] shares(double[] parts) {
        double[] shares = new double[profile.width()];
        errors.addLastFlowShares(parts[0], shares);
        errors.addSequenceShares(parts[1], shares);
        errors.addNormShares(parts[2], shares);
        return shares;
    }

    private FeatureContribution surprise(Relation relation, Exchange exchange, double share) {
        Acquaintance site = calibration.fusion().acquaintance();
        double actual = exchange == null ? Double.NaN : site.memory().surprise(relation, exchange);
        return new FeatureContribution(
                relation.label(), "nats of surprise", actual, site.typical(relation), share);
    }
}
