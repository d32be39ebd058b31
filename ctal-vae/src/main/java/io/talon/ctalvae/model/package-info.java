// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Weights and everything else a site is scored with. Matrices are row-major [inputs × outputs];
 * nothing here is ever written to after construction.
 */
package io.talon.ctalvae.model;
