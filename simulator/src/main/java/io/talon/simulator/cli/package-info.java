// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** {@code talon simulate}. */
package io.talon.simulator.cli;
