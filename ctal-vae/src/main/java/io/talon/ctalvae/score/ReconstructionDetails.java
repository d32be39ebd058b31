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

    void begin(SequenceBatch measured, int latentUnits) {
        batch = measured;
        latentWidth = latentUnits;
        int values = measured.values().length;
        if (input.length < values) {
            input = Arrays.copyOf(input, values);
            present = Arrays.copyOf(present, values);
            reconstruction = Arrays.copyOf(reconstruction, values);
        }
        if (latent.length < measured.capacity() * latentUnits) {
            latent = new float[measured.capacity() * latentUnits];
        }
    }

    float[] inputs() {
        return input;
    }

    float[] presents() {
        return present;
    }

    float[] reconstructions() {
        return reconstruction;
    }

    float[] latents() {
        return latent;
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
