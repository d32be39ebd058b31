// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import java.util.Random;

/** Fills a {@link Batch} row by row. Not thread-safe. */
final class BatchBuilder {
    private final Batch batch;
    private final int latent;
    private final Random random;
    private final double noise;
    private int next;

    /**
     * @param noise standard deviation of the input noise of rows that learn to reconstruct
     */
    BatchBuilder(int size, int width, int latent, double noise, Random random) {
        this.batch = new Batch(size, width, latent);
        this.latent = latent;
        this.random = random;
        this.noise = noise;
    }

    /** Begins anew, with the same batch: the one before it is gone. */
    BatchBuilder begin() {
        batch.clear();
        next = 0;
        return this;
    }

    /**
     * Adds a sequence to be reconstructed from a noisy input and a sampled latent vector.
     *
     * @param weight of its reconstruction error
     * @param klWeight of its KL divergence
     * @return its row
     */
    int reconstruct(TrainingSequence sequence, double weight, double klWeight) {
        int row = write(sequence, noise);
        batch.reconstruction[row] = (float) weight;
        batch.divergence[row] = (float) klWeight;
        for (int i = 0; i < latent; i++) {
            batch.epsilon[row * latent + i] = (float) random.nextGaussian();
        }
        return row;
    }

    /**
     * Adds a sequence whose reconstruction error, with z = μ and no noise, is pushed up.
     *
     * @param weight of its hinge
     * @return its row
     */
    int repel(TrainingSequence sequence, double weight) {
        int row = write(sequence, 0);
        batch.hinge[row] = (float) weight;
        return row;
    }

    /**
     * Adds a noisy copy of a sequence that takes part in the triplet term only.
     *
     * @return its row
     */
    int contrast(TrainingSequence sequence, double ownNoise) {
        return write(sequence, ownNoise);
    }

    void triplet(int anchor, int positive, int negative) {
        batch.triplets.add(new int[] {anchor, positive, negative});
    }

    /** The batch; every row must have been filled. */
    Batch build() {
        if (next != batch.size) {
            throw new IllegalStateException(next + " rows were filled of " + batch.size);
        }
        return batch;
    }

    private int write(TrainingSequence sequence, double deviation) {
        int row = next++;
        int width = batch.width;
        float share = 1f / sequence.count();
        for (int t = 0; t < sequence.length(); t++) {
            int at = t * batch.size + row;
            batch.steps[at] = 1;
            int mirrored = ((sequence.length() - 1 - t) * batch.size + row) * width;
            for (int f = 0; f < width; f++) {
                if (sequence.present(t, f)) {
                    float value = sequence.value(t, f);
                    batch.input[at * width + f] =
                            deviation == 0
                                    ? value
                                    : value + (float) (deviation * random.nextGaussian());
                    batch.target[mirrored + f] = value;
                    batch.weight[mirrored + f] = share;
                }
            }
        }
        return row;
    }
}
