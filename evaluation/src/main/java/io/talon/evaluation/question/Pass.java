// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.ctalvae.sequence.Sequence;

/** A network's view of one sequence after another. Holds what was measured last. */
public final class Pass {
    private final Network network;
    private final ScalarReconstructor forward;
    private final int width;
    private final float[] x;
    private final float[] present;
    private final float[] reconstruction;
    private final float[] latent;
    private int length;

    public Pass(Network network) {
        this.network = network;
        this.forward = new ScalarReconstructor(network.core().shape());
        this.width = network.adaptor().width();
        this.x = new float[FlowHistory.LENGTH * width];
        this.present = new float[x.length];
        this.reconstruction = new float[x.length];
        this.latent = new float[network.core().shape().latent()];
    }

    /** Measures a sequence. */
    public Pass of(Sequence sequence) {
        return of(sequence, network.core());
    }

    /** Measures a sequence with another core of the same shape. */
    Pass of(Sequence sequence, Core core) {
        length = sequence.length();
        network.site().normalise(sequence, x, present);
        forward.reconstruct(core, network.adaptor(), x, length, reconstruction, latent);
        return this;
    }

    /** Latent mean; a copy. */
    public float[] latent() {
        return latent.clone();
    }

    /** Sum over features and steps from a step on, divided by the number of values there are. */
    double mean(int firstStep, Part part) {
        double sum = 0;
        int count = 0;
        for (int i = firstStep * width; i < length * width; i++) {
            if (present[i] != 0) {
                sum += part.of(i % width, x[i], (double) x[i] - reconstruction[i]);
                count++;
            }
        }
        return sum / Math.max(count, 1);
    }

    /** What of a value counts. */
    interface Part {
        double of(int feature, double value, double residual);
    }

    double lastFlow() {
        return mean(length - 1, (f, v, r) -> r * r);
    }

    double sequence() {
        return mean(0, (f, v, r) -> r * r);
    }

    double norm() {
        return mean(0, (f, v, r) -> v * v);
    }

    /** Adds each feature's squared residuals and their number to running sums. */
    void addSquares(double[] squares, long[] counts) {
        for (int i = 0; i < length * width; i++) {
            if (present[i] != 0) {
                double residual = (double) x[i] - reconstruction[i];
                squares[i % width] += residual * residual;
                counts[i % width]++;
            }
        }
    }
}
