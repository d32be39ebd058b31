// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Pictures of the latent space before and after a site is taught. */
package io.talon.evaluation.latent;
