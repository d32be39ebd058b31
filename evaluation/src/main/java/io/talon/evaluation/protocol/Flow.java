// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.ctalvae.sequence.Sequence;

/**
 * One flow of a capture with what a detector sees of it.
 *
 * @param destination responder's address: what flows are grouped by, never a feature
 * @param endMicros event time, µs since the epoch
 * @param kind what its label says
 * @param family name of the attack or of the benign event it is part of, {@code -} for none
 * @param sequence the last flows to the destination, this one last
 */
public record Flow(
        String destination, long endMicros, Kind kind, String family, Sequence sequence) {}
