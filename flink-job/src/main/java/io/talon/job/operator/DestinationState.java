// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.ctalvae.sequence.FlowHistory;

/**
 * What is kept for one destination of one site. Immutable.
 *
 * @param newestMicros end of the newest flow, µs since the epoch
 * @param expiresMillis event time from which it may be forgotten
 * @param pace how many of its flows were scored lately
 * @param history its newest flows; not to be appended to
 */
record DestinationState(
        long newestMicros, long expiresMillis, ScorePace pace, FlowHistory history) {}
