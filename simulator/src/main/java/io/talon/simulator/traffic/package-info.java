// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * From what applications do to what Zeek logs: random streams, the rhythm of days, packets and
 * states of connections, and the order in which flows end. Knows neither sites nor attacks.
 */
package io.talon.simulator.traffic;
