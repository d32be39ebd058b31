// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/** What to multiply with now, of one site after another. For one thread. */
public final class AffineRoom {
    PackedMatrix weight;
    float[] bias;

    /** Keeps reads from being optimised away. */
    int fetched;

    /** Where weights are widened [depth × columns], null where they rest as they are multiplied. */
    final FloatStrips strips;

    /** A strip that is written and not read, where strips come in pairs. */
    final float[] spare;

    /** The bias of what is in the strips. */
    final float[] row;

    /** Room for what rests as it is multiplied. */
    AffineRoom() {
        this(null, null, null);
    }

    AffineRoom(FloatStrips strips, float[] spare, float[] row) {
        this.strips = strips;
        this.spare = spare;
        this.row = row;
    }

    /** As {@link Kernel#multiply} takes it. */
    public PackedMatrix weight() {
        return weight;
    }

    /** As {@link Kernel#multiply} takes it. */
    public float[] bias() {
        return bias;
    }
}
