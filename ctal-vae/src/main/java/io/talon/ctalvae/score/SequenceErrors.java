// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.ctalvae.sequence.Sequence;

/**
 * The three errors that a score is made of, each a mean over the values that are there: the last
 * flow's squared reconstruction error, the whole sequence's, and the sequence's mean square without
 * any model. Holds the result of the sequence measured last. Allocates nothing after construction;
 * not thread-safe.
 */
public final class SequenceErrors {
    private final Core core;
    private final Adaptor adaptor;
    private final Normaliser normaliser;
    private final Reconstructor reconstructor;
    private final int width;
    private final float[] x;
    private final float[] present;
    private final float[] reconstruction;
    private final float[] latent;
    private int length;
    private double lastFlow;
    private double sequence;
    private double norm;

    /**
     * @param reconstructor the engine; used by this object alone
     */
    public SequenceErrors(
            Core core, Adaptor adaptor, Normaliser normaliser, Reconstructor reconstructor) {
        this.core = core;
        this.adaptor = adaptor;
        this.normaliser = normaliser;
        this.reconstructor = reconstructor;
        this.width = adaptor.width();
        this.x = new float[FlowHistory.LENGTH * width];
        this.present = new float[x.length];
        this.reconstruction = new float[x.length];
        this.latent = new float[core.shape().latent()];
    }

    /** Measures a sequence of the adaptor's width. */
    public void measure(Sequence measured) {
        length = measured.length();
        normaliser.normalise(measured, x, present);
        reconstructor.reconstruct(core, adaptor, x, length, reconstruction, latent);
        double squares = 0;
        double errors = 0;
        double lastErrors = 0;
        int count = 0;
        int lastCount = 0;
        int last = (length - 1) * width;
        for (int i = 0; i < last + width; i++) {
            if (present[i] != 0) {
                double error = error(i);
                squares += (double) x[i] * x[i];
                errors += error;
                count++;
                if (i >= last) {
                    lastErrors += error;
                    lastCount++;
                }
            }
        }
        norm = squares / Math.max(count, 1);
        sequence = errors / Math.max(count, 1);
        lastFlow = lastErrors / Math.max(lastCount, 1);
    }

    private double error(int i) {
        double difference = (double) x[i] - reconstruction[i];
        return difference * difference;
    }

    /** Mean squared reconstruction error of the last flow. */
    public double lastFlow() {
        return lastFlow;
    }

    /** Mean squared reconstruction error of the sequence. */
    public double sequence() {
        return sequence;
    }

    /** Mean squared normalised value of the sequence. */
    public double norm() {
        return norm;
    }

    /** Mean of the latent vector; overwritten by the next measurement. */
    float[] latent() {
        return latent;
    }
}
