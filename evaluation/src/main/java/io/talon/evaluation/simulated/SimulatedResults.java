// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.simulated;

import java.util.List;

/**
 * What {@link SimulatedTrials} found.
 *
 * @param model version of the model
 * @param triplets per site
 * @param families per site, family and draw
 * @param sites per site and draw
 */
public record SimulatedResults(
        String model, int triplets, List<FamilyResult> families, List<SiteResult> sites) {}
