// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Kinds of sites: their hosts, and what those do all day. Knows no attacks. */
package io.talon.simulator.site;
