// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.calibrate.Acquaintance;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.sequence.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Says what makes up a score, whatever measured the sequence.
 *
 * @param site its statistics
 */
record Explainer(FeatureProfile profile, Calibration calibration, Normaliser site) {
    /** Errors of the network among the parts of the fused error. */
    private static final int NETWORK = 3;

    Explanation explain(MeasuredSequence measured) {
        double[] parts = parts(measured);
        double network = parts[0] + parts[1] + parts[2];
        int group = site.ranges().group(measured.exchange());
        double[] shares = FeatureShares.of(site, group, measured.raw(), measured.rawAt());
        List<FeatureContribution> all = new ArrayList<>(shares.length);
        for (int f = 0; f < shares.length; f++) {
            Feature feature = profile.features().get(f);
            double actual = feature.raw(measured.raw()[measured.rawAt() + f]);
            all.add(
                    new FeatureContribution(
                            feature.name(),
                            feature.unit(),
                            actual,
                            feature.raw(site.ranges().typical(group, f)),
                            network * shares[f]));
        }
        for (Relation relation : Relation.values()) {
            int index = NETWORK + relation.ordinal();
            if (index < parts.length && parts[index] > 0) {
                all.add(surprise(relation, measured.exchange(), parts[index]));
            }
        }
        all.sort(Comparator.comparingDouble(FeatureContribution::contribution).reversed());
        return new Explanation(all, measured.latent());
    }

    /** Shares of the fused error, in the order of {@code FusedError.parts}; sum 1. */
    private double[] parts(MeasuredSequence measured) {
        double[] parts =
                calibration
                        .fusion()
                        .parts(
                                measured.lastFlow(),
                                measured.sequence(),
                                measured.norm(),
                                measured.exchange());
        double sum = Arrays.stream(parts).sum();
        if (!(sum > 0)) {
            parts[0] = 1;
            return parts;
        }
        return Arrays.stream(parts).map(p -> p / sum).toArray();
    }

    private FeatureContribution surprise(Relation relation, Exchange exchange, double share) {
        Acquaintance known = calibration.fusion().acquaintance();
        double actual = exchange == null ? Double.NaN : known.memory().surprise(relation, exchange);
        return new FeatureContribution(
                relation.label(), "nats of surprise", actual, known.typical(relation), share);
    }
}
