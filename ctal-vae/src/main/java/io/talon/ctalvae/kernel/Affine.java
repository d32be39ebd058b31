// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/**
 * Weights and bias of an adaptor at rest, in as little memory as their numbers need: a site's are
 * read from memory for few sequences, and that takes longer than multiplying them. Immutable.
 */
public abstract sealed class Affine permits PackedAffine, ShortAffine {
    Affine() {}

    /**
     * Reads the first value, behind several objects.
     *
     * @return nothing of meaning; to be kept somewhere, or the read is optimised away
     */
    public abstract int reach();

    /**
     * Lets the room hold what to multiply with. Reads all of it, each cache line for itself, so
     * that many misses are under way at once; a product waits for its weights line after line.
     *
     * @param room from the same kernel, for as many rows and columns or more
     */
    public abstract void ready(AffineRoom room);
}
