// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Following a site that changes, by three clocks: the threshold within hundreds of flows, the
 * statistics within thousands, the adaptors when a drift is confirmed. Nothing above the threshold
 * is learnt unless an analyst cleared it, and no clock may leave a leash around what was last
 * approved.
 */
package io.talon.ctalvae.online;
