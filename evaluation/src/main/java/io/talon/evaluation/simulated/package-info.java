// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Simulated sites: what the shipped model learns from, and how well it detects attacks on sites it
 * has not seen.
 */
package io.talon.evaluation.simulated;
