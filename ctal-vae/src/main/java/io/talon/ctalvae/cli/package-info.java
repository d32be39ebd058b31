// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * The commands {@code talon train} and {@code talon adapt}. Results go to files, everything else to
 * standard error.
 */
package io.talon.ctalvae.cli;
