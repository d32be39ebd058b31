// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * What a site's benign flows say: its normaliser, how far out an error lies, and where anomalies
 * begin.
 */
package io.talon.ctalvae.calibrate;
