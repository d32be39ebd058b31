// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

import io.talon.zeek.Conn;
import java.util.function.UnaryOperator;

/**
 * A behaviour with its wire and what is written on its flows (the label).
 *
 * @param source names the behaviour's episode, null for benign traffic
 */
public record Actor(
        Behaviour behaviour, Wire wire, UnaryOperator<Conn.Builder> stamp, Object source) {}
