// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/**
 * The part of a score that one feature answers for.
 *
 * @param feature name of the feature
 * @param unit unit of {@code actual} and {@code typical}
 * @param actual what the flow showed; NaN if it does not have the feature
 * @param typical what benign flows to the same host and port show, the median; those of the port,
 *     or of the site, where there are too few
 * @param contribution share of the score, in [0, 1]; the shares of an explanation sum to 1
 */
public record FeatureContribution(
        String feature, String unit, double actual, double typical, double contribution) {}
