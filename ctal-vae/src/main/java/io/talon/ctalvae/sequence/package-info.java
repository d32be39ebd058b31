// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * The last flows to one destination: kept compactly per destination, snapshot as the sequence that
 * the model scores. Missing values are NaN, never zero.
 */
package io.talon.ctalvae.sequence;
