// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Whether a site's ordinary traffic is still what its model was calibrated on: a change test on
 * low-score traffic and a watch on the rate of alerts, in a small state per site. Knows no stream.
 */
package io.talon.ctalvae.drift;
