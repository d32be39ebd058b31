// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * The real job among real processes that are killed, filled up, slowed down and lied to. After each
 * fault every flow is accounted for, and no alert is lost or doubled.
 */
package io.talon.it.fault;
