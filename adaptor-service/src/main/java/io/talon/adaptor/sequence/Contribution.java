// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.ctalvae.score.FeatureContribution;

/**
 * The part of a score that one feature answers for.
 *
 * @param actual null: the flow does not have the feature
 * @param typical the site's median
 * @param contribution in [0, 1]
 */
public record Contribution(
        String feature, String unit, Double actual, Double typical, double contribution) {

    static Contribution of(FeatureContribution feature) {
        return new Contribution(
                feature.feature(),
                feature.unit(),
                finite(feature.actual()),
                finite(feature.typical()),
                feature.contribution());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
