/**
 * Sets where the public captures do not saturate: simulated sites with attacks whose single flows
 * are copies of the site's own, so that only rhythm, order or place gives them away, benign events
 * that look like attacks, and real flows with attacks spliced in.
 */
// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.hard;
