// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import io.talon.zeek.Conn;
import java.util.Optional;

/**
 * A flow with its ground truth.
 *
 * @param episode the attack that made it; empty for benign traffic
 */
public record SimulatedFlow(Conn conn, Optional<Episode> episode) {}
