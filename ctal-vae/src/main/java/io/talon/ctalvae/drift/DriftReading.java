// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.drift;

/**
 * What a watch sees at a moment.
 *
 * @param phase where the site stands
 * @param meanP mean p-value of the low-score flows since the last change; near 0.5 while the
 *     calibration holds, lower when traffic has become stranger, NaN before the first block
 * @param flows low-score flows behind that mean
 * @param alertsPerHour alerts of the last whole hour or of this one, whichever has more
 */
public record DriftReading(DriftPhase phase, double meanP, long flows, int alertsPerHour) {}
