// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/** A weight matrix in the order a kernel reads it. Written by its kernel alone. */
public abstract sealed class PackedMatrix permits FloatStrips, PlainRows {
    /** Bytes of a cache line. */
    static final int LINE = 64;

    final int columns;

    PackedMatrix(int columns) {
        this.columns = columns;
    }

    /**
     * Reads the first value.
     *
     * @return nothing of meaning, as {@link #fetch}
     */
    abstract int reach();

    /**
     * Reads a value of every cache line.
     *
     * @return nothing of meaning; to be kept somewhere, or the reads are optimised away
     */
    abstract int fetch();
}
