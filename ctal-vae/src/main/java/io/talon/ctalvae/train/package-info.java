// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Training and adaptation: the one package that uses ND4J. Everything it makes is plain arrays in
 * the model package.
 */
package io.talon.ctalvae.train;
