// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.kernel.AffineRoom;
import io.talon.ctalvae.kernel.Kernel;
import io.talon.ctalvae.kernel.Rows;
import io.talon.ctalvae.model.CoreShape;

/**
 * Scratch memory for a group of sequences of one core, as rows and as views of the same rows by
 * sequence and by step. For one thread.
 */
final class Workspace {
    /**
     * Sequences that go through the network side by side: two tiles of rows. More would reuse
     * weights better and push the group's own rows out of the second-level cache.
     */
    static final int GROUP = 2 * Rows.TILE;

    final CoreShape shape;
    final int steps;
    final int width;

    /** Normalised input by sequence [steps × width]. */
    final float[][][] x;

    /** 1 where {@link #x} has a value. */
    final float[][][] present;

    /**
     * What the encoder reads, by sequence: the adapted flow and, behind it, the encoder's output of
     * the step before [steps × (inner + hidden)].
     */
    final float[][][] encoderInput;

    final float[][][] encoderInputAt;
    final float[][] gates;

    /** The bias of a product to which the cell adds something of its own for every sequence. */
    final float[] nothing;

    /** Scratch of one cell. */
    final float[] cellRoom;

    final float[][] hidden;
    final float[][] cell;
    final float[][] mean;
    final float[][] expanded;
    final float[][] decoderInput;

    /** Decoder's outputs by sequence, newest flow first [steps × inner]. */
    final float[][][] decoded;

    final float[][][] decodedAt;
    final float[][] decoderCell;

    /** x̂ of one sequence, oldest flow first [steps × width]. */
    final float[][] reconstruction;

    /** Views of the same rows by length of the sequence: its newest flow first. */
    final float[][][] newestFirst;

    /** Where adaptors are made ready. */
    final AffineRoom input;

    final AffineRoom output;

    /** Sums over all flows but the last one, and over the last one. */
    final float[] earlier = new float[Kernel.SUMS];

    final float[] last = new float[Kernel.SUMS];

    /**
     * @param steps most flows per sequence
     * @param width features with filling
     */
    Workspace(Kernel kernel, CoreShape shape, int steps, int width) {
        input = kernel.room(width, shape.inner());
        output = kernel.room(shape.inner(), width);
        this.shape = shape;
        this.steps = steps;
        this.width = width;
        int count = Math.max(steps, Rows.TILE);
        x = bySequence(Rows.zeros(count * GROUP, width));
        present = bySequence(Rows.zeros(count * GROUP, width));
        float[][] allInputs = Rows.zeros(count * GROUP, shape.inner() + shape.hidden());
        encoderInput = bySequence(allInputs);
        encoderInputAt = byStep(allInputs);
        gates = Rows.zeros(GROUP, 4 * Math.max(shape.hidden(), shape.inner()));
        nothing = Rows.row(4 * Math.max(shape.hidden(), shape.inner()));
        cellRoom = Rows.row(4 * Math.max(shape.hidden(), shape.inner()));
        hidden = Rows.zeros(GROUP, shape.hidden());
        cell = Rows.zeros(GROUP, shape.hidden());
        mean = Rows.zeros(GROUP, shape.latent());
        expanded = Rows.zeros(GROUP, shape.hidden());
        decoderInput = Rows.zeros(GROUP, 4 * shape.inner());
        float[][] allDecoded = Rows.zeros(count * GROUP, shape.inner());
        decoded = bySequence(allDecoded);
        decodedAt = byStep(allDecoded);
        decoderCell = Rows.zeros(GROUP, shape.inner());
        reconstruction = Rows.zeros(steps, width);
        newestFirst = newestFirst(reconstruction);
    }

    private static float[][][] newestFirst(float[][] rows) {
        float[][][] views = new float[rows.length + 1][][];
        for (int length = 0; length < views.length; length++) {
            views[length] = rows.clone();
            for (int i = 0; i < length; i++) {
                views[length][i] = rows[length - 1 - i];
            }
        }
        return views;
    }

    boolean fits(CoreShape otherShape, int otherSteps, int otherWidth) {
        return shape.equals(otherShape) && steps >= otherSteps && width == otherWidth;
    }

    private static float[][][] bySequence(float[][] rows) {
        float[][][] view = new float[GROUP][rows.length / GROUP][];
        for (int i = 0; i < rows.length; i++) {
            view[i % GROUP][i / GROUP] = rows[i];
        }
        return view;
    }

    private static float[][][] byStep(float[][] rows) {
        float[][][] view = new float[rows.length / GROUP][GROUP][];
        for (int i = 0; i < rows.length; i++) {
            view[i / GROUP][i % GROUP] = rows[i];
        }
        return view;
    }
}
