// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

/**
 * Shape and training of the paper's baselines AE and VAE. The paper states neither; the widths are
 * those of CTAL-VAE.
 *
 * @param hidden units of the hidden layer on each side
 * @param latent units of the middle
 * @param steps gradient steps
 * @param batch windows per step
 * @param learningRate of Adam
 */
public record NetworkOptions(int hidden, int latent, int steps, int batch, double learningRate) {
    /** 64 and 16 units, 600 steps of 64 windows. */
    public static final NetworkOptions DEFAULT = new NetworkOptions(64, 16, 600, 64, 3e-3);
}
