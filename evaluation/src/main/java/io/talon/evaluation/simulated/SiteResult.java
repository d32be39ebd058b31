// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.simulated;

/**
 * False alarms at one site and draw.
 *
 * @param site name of the site
 * @param draw which triplets
 * @param benign benign flows in the test part
 * @param before share of them above the threshold of the shipped model as it is
 * @param after share of them above the threshold after adaptation
 */
public record SiteResult(String site, int draw, int benign, double before, double after) {}
