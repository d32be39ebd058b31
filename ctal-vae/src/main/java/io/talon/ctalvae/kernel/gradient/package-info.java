// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * The arithmetic of training on rows of floats, in vectors and in plain loops, with the same bits
 * either way: every sum in the same order.
 */
package io.talon.ctalvae.kernel.gradient;
