// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Matrix products and activation functions in plain loops that the JIT compiler vectorises; the
 * same bits on every machine.
 */
package io.talon.ctalvae.matrix;
