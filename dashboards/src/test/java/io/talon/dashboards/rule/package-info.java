// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Proof of the detection rules. */
package io.talon.dashboards.rule;
