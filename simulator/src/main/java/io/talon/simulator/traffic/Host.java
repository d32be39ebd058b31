// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

/**
 * One end of a flow.
 *
 * @param address IPv4 address, or an IPv4 multicast group
 * @param local whether the address is of the site's own nets; true for multicast groups
 */
public record Host(String address, boolean local) {}
