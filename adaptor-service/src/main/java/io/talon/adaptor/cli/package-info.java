// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * {@code talon site}, {@code triplet}, {@code adaptor}, {@code suppression}, {@code audit}, {@code
 * model}.
 */
package io.talon.adaptor.cli;
