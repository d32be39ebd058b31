// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.SiteModel;
import java.util.Arrays;

/**
 * What a measurement sees on its way, for those who ask: normalised input, reconstruction and
 * latent mean of chosen sequences of one batch, and explanations made from them. Made once,
 * overwritten by each measurement, for one thread. Copies what it keeps; allocates only to grow.
 */
public final class ReconstructionDetails {
    /** Says which sequences are worth keeping. */
    @FunctionalInterface
    public interface Choice {
        /**
         * Asked once per sequence as soon as its results are in the batch.
         *
         * @param index of a sequence whose results are there; those of others may not be
         */
        boolean keeps(SequenceBatch batch, int index);
    }

    private final Choice choice;
    private boolean[] kept = {};
    private float[] input = {};
    private float[] present = {};
    private float[] reconstruction = {};
    private float[][] latent = {};
    private SequenceBatch batch;

    /** Keeps every sequence. */
    public ReconstructionDetails() {
        this((batch, index) -> true);
    }

    /** Keeps chosen sequences, e.g. {@code SequenceBatch::anomalous}. */
    public ReconstructionDetails(Choice choice) {
        this.choice = choice;
    }

    void begin(SequenceBatch measured) {
        batch = measured;
        int values = measured.values().length;
        if (input.length < values) {
            input = new float[values];
            present = new float[values];
            reconstruction = new float[values];
        }
        if (kept.length < measured.capacity()) {
            kept = new boolean[measured.capacity()];
            latent = new float[measured.capacity()][];
        }
        Arrays.fill(kept, false);
    }

    boolean chooses(int index) {
        return choice.keeps(batch, index);
    }

    /** Copies what a workspace holds of a sequence. */
    void put(int index, Workspace space, int g) {
        int width = batch.site(index).width();
        int length = batch.length(index);
        for (int t = 0; t < length; t++) {
            int at = at(index, t, 0);
            System.arraycopy(space.x[g][t], 0, input, at, width);
            System.arraycopy(space.present[g][t], 0, present, at, width);
            System.arraycopy(space.reconstruction[t], 0, reconstruction, at, width);
        }
        putLatent(index, space.mean[g], 0, space.shape.latent());
        kept[index] = true;
    }

    /** Copies what lies in flat arrays from a place on, in the order of the batch's values. */
    void put(
            int index, float[] x, float[] there, float[] y, int from, float[] means, int meanFrom) {
        int values = batch.length(index) * batch.site(index).width();
        int at = batch.offset(index);
        System.arraycopy(x, from, input, at, values);
        System.arraycopy(there, from, present, at, values);
        System.arraycopy(y, from, reconstruction, at, values);
        int width = batch.site(index).model().core().shape().latent();
        putLatent(index, means, meanFrom, width);
        kept[index] = true;
    }

    private void putLatent(int index, float[] mean, int from, int width) {
        if (latent[index] == null || latent[index].length != width) {
            latent[index] = new float[width];
        }
        System.arraycopy(mean, from, latent[index], 0, width);
    }

    /** Whether a sequence was chosen; the other methods answer for those alone. */
    public boolean has(int index) {
        return index < batch.size() && kept[index];
    }

    /**
     * Says what makes up the score of a sequence.
     *
     * @throws IllegalStateException if the sequence was not chosen
     */
    public Explanation explain(int index) {
        if (!has(index)) {
            throw new IllegalStateException(
                    "sequence " + index + " was not chosen, nothing is kept of it");
        }
        SiteModel model = batch.site(index).model();
        int last = batch.length(index) - 1;
        return new Explainer(model.profile(), model.site().calibration(), model.site().normaliser())
                .explain(
                        new MeasuredSequence(
                                batch.lastFlow(index),
                                batch.sequence(index),
                                batch.norm(index),
                                batch.exchange(index),
                                batch.values(),
                                at(index, last, 0),
                                latent(index)));
    }

    /** Mean of the latent vector of a sequence; a copy. */
    public float[] latent(int index) {
        return latent[index].clone();
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
        return latent[index][unit];
    }

    private int at(int index, int step, int feature) {
        return batch.offset(index) + step * batch.site(index).width() + feature;
    }
}
