// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.drift;

/**
 * How a site is watched.
 *
 * @param delta chance that a stationary stream of blocks is called changed, in (0, 1); ADWIN's δ
 * @param warningDelta the same for a warning, above {@code delta}
 * @param block low-score flows whose p-values are averaged before they are tested: flows of one
 *     burst resemble each other, blocks hardly do
 * @param alertsPerDay the site's alert budget, above 0
 * @param alertFactor alerts of an hour that are this many times the budget's share of it are too
 *     many
 */
public record DriftOptions(
        double delta, double warningDelta, int block, double alertsPerDay, double alertFactor) {

    public DriftOptions {
        if (!(delta > 0 && delta < warningDelta && warningDelta < 1)) {
            throw new IllegalArgumentException(
                    "chances of a false drift and of a false warning must be in order within (0,"
                            + " 1): %s, %s".formatted(delta, warningDelta));
        }
        if (block < 1 || !(alertsPerDay > 0) || !(alertFactor > 0)) {
            throw new IllegalArgumentException(
                    "block, alerts a day and alert factor must be positive: %d, %s, %s"
                            .formatted(block, alertsPerDay, alertFactor));
        }
    }

    /** δ 10⁻³, warnings at 10⁻², blocks of 50 flows, three times the budget within an hour. */
    public static DriftOptions of(double alertsPerDay) {
        return new DriftOptions(1e-3, 1e-2, 50, alertsPerDay, 3);
    }
}
