// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/** One that rests as it is multiplied. */
final class PackedAffine extends Affine {
    private final PackedMatrix weight;
    private final float[] bias;

    PackedAffine(PackedMatrix weight, float[] bias) {
        this.weight = weight;
        this.bias = Rows.row(bias);
    }

    @Override
    public int reach() {
        return weight.reach() ^ Float.floatToRawIntBits(bias[0]);
    }

    @Override
    public void ready(AffineRoom room) {
        room.fetched ^= weight.fetch();
        room.weight = weight;
        room.bias = bias;
    }
}
