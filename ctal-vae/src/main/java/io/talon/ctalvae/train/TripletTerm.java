// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/**
 * Weight and margin of the cosine triplet term.
 *
 * @param weight 0 leaves it out
 * @param margin by which an anchor's cosine to its positive should exceed that to its negative
 */
record TripletTerm(double weight, double margin) {}
