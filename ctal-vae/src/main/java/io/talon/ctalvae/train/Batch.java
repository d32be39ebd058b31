// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.sequence.FlowHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sequences of one gradient step, each with the part it plays. Arrays over steps are
 * time-major: row {@code t · size + b} belongs to step t of sequence b. The decoder emits in
 * reverse, so targets stand newest flow first. Filled by {@link BatchBuilder}, then only read.
 */
final class Batch {
    static final int STEPS = FlowHistory.LENGTH;

    final int size;
    final int width;

    /** Input with noise, 0 where missing or past the end [STEPS·size × width]. */
    final float[] input;

    /** 1 for a real step, 0 past the end [STEPS·size]. */
    final float[] steps;

    /** What the decoder should emit, newest flow first [STEPS·size × width]. */
    final float[] target;

    /**
     * Weight of each squared error: 1 / number of values of the sequence, 0 where there is none
     * [STEPS·size × width].
     */
    final float[] weight;

    /** Noise of the latent vector, 0 for z = μ [size × latent]. */
    final float[] epsilon;

    /** Weight of each sequence's reconstruction error in the loss [size]. */
    final float[] reconstruction;

    /** Weight of each sequence's KL divergence [size]. */
    final float[] divergence;

    /** Weight of each sequence's error hinge [size]. */
    final float[] hinge;

    /** Rows of the triplets. */
    final List<int[]> triplets = new ArrayList<>();

    Batch(int size, int width, int latent) {
        this.size = size;
        this.width = width;
        int rows = STEPS * size;
        input = new float[rows * width];
        steps = new float[rows];
        target = new float[rows * width];
        weight = new float[rows * width];
        epsilon = new float[size * latent];
        reconstruction = new float[size];
        divergence = new float[size];
        hinge = new float[size];
    }

    /** As new. */
    void clear() {
        for (float[] values :
                List.of(input, steps, target, weight, epsilon, reconstruction, divergence, hinge)) {
            Arrays.fill(values, 0);
        }
        triplets.clear();
    }

    /**
     * One row per triplet with a 1 in the column of its anchor (part 0), positive (1) or negative
     * (2) [triplets × size]; one row of zeros if there are none.
     */
    float[] selection(int part) {
        float[] rows = new float[Math.max(triplets.size(), 1) * size];
        for (int k = 0; k < triplets.size(); k++) {
            rows[k * size + triplets.get(k)[part]] = 1;
        }
        return rows;
    }

    /** 1 / triplets for each triplet, so that the term is a mean; one 0 if there are none. */
    float[] tripletWeights() {
        float[] weights = new float[Math.max(triplets.size(), 1)];
        if (!triplets.isEmpty()) {
            Arrays.fill(weights, 1f / triplets.size());
        }
        return weights;
    }
}
