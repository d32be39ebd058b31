// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/**
 * What the model says of a flow.
 *
 * @param error fused error, larger is stranger; strictly monotone with −ln p
 * @param p share of the site's benign flows that are at least as strange, in (0, 1]; beyond the
 *     reservoir by a generalised-Pareto tail, never 0
 * @param recordScore 0 to 100, a fixed function of p
 * @param anomalous whether p is below the site's threshold
 * @param length flows in the sequence, 1 to 10
 */
public record Score(double error, double p, double recordScore, boolean anomalous, int length) {}
