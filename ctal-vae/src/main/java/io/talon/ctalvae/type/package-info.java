// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Which known kind of attack an anomaly resembles: prototypes over the latent mean and the
 * signature of the residuals, and "unknown" where no kind is near enough.
 */
package io.talon.ctalvae.type;
