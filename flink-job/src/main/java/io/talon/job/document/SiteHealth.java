// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import java.time.Instant;

/**
 * What became of a site's flows since it was last said, and how its traffic stands.
 *
 * @param at event time of the report
 * @param flows scored
 * @param late too late to be scored
 * @param dead otherwise not scored
 * @param suppressed anomalies that a suppression matched
 * @param alerts raised
 * @param allFlows scored since the site was first seen; counted exactly once, whatever fails
 * @param allLate too late since then
 * @param allDead otherwise not scored since then
 * @param budget alerts a day
 * @param usedToday alerts raised since midnight UTC
 * @param driftState stable, warning, drift or recalibrating
 * @param driftDistance how far the mean p-value of benign flows is from the 0.5 that it has while
 *     the calibration holds, 0 to 0.5; NaN before there is one
 * @param adaptorVersion of the newest score; empty before there is one
 * @param maturity of the newest score; empty before there is one
 */
public record SiteHealth(
        String tenant,
        String site,
        Instant at,
        long flows,
        long late,
        long dead,
        long suppressed,
        long alerts,
        long allFlows,
        long allLate,
        long allDead,
        double budget,
        long usedToday,
        String driftState,
        double driftDistance,
        String adaptorVersion,
        String maturity) {}
