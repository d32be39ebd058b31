// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import java.util.Arrays;

/**
 * What a measurement sees on its way, for those who ask: normalised input, reconstruction and
 * latent mean of every sequence of one batch. Made once, overwritten by each measurement, for one
 * thread.
 */
public final class ReconstructionDetails {
    private float[] input = {};
    private float[] present = {};
    private float[] reconstruction = {};
    private float[] latent = {};
    private int latentWidth;
    private SequenceBatch batch;

    void begin(SequenceBatch measured) {
        batch = measured;
        int values = measured.values().length;
        if (input.length < values) {
            input = new float[values];
            present = new float[values];
            reconstruction = new float[values];
        }
    }

    /** Copies what a workspace holds of a sequence. */
    void put(int index, Workspace space, int g) {
        int width = batch.site(index).width();
        int length = batch.length(index);
        for (int t = 0; t < length; t++) {
            int at = at(index, t, 0);
            System.arraycopy(space.x[g][t], 0, input, at, width);
            System.arraycopy(space.present[g][t], 0, present, at, width);
            System.arraycopy(space.reversed[length - 1 - t], 0, reconstruction, at, width);
        }
        latentWidth = space.shape.latent();
        if (latent.length < batch.capacity() * latentWidth) {
            latent = Arrays.copyOf(latent, batch.capacity() * latentWidth);
        }
        System.arraycopy(space.mean[g], 0, latent, index * latentWidth, latentWidth);
    }

    /** Whether a flow (0 = oldest) of a sequence has a feature. */
    public boolean present(int index, int step, int feature) {
        return present[at(index, step, feature)] != 0;
    }

    /** Normalised value, 0 where missing, within ±{@code Normaliser.LIMIT}. */
    public float input(int index, int step, int feature) {
        return input[at(index, step, feature)];
    }

    /** What the decoder holds typical, normalised. */
    public float reconstruction(int index, int step, int feature) {
        return reconstruction[at(index, step, feature)];
    }

    /** What the decoder holds typical, as raw vectors carry it. */
    public float typical(int index, int step, int feature) {
        var normaliser = batch.site(index).model().site().normaliser();
        return normaliser.median()[feature]
                + normaliser.scale()[feature] * reconstruction(index, step, feature);
    }

    /** Normalised value minus reconstruction; 0 where missing. */
    public float residual(int index, int step, int feature) {
        int at = at(index, step, feature);
        return present[at] == 0 ? 0 : input[at] - reconstruction[at];
    }

    /** Mean of the latent vector of a sequence, one unit. */
    public float latent(int index, int unit) {
        return latent[index * latentWidth + unit];
    }

    private int at(int index, int step, int feature) {
        return batch.offset(index) + step * batch.site(index).width() + feature;
    }
}
