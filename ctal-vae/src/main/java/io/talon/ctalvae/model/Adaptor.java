// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import io.talon.ctalvae.kernel.ShortGrid;

/**
 * The weights that one site has of its own: the input adaptor [width → inner] and the output
 * adaptor [inner → width], both affine. Arrays are row-major [inputs × outputs], {@code y = x·W +
 * b}, owned by this object: callers must not write to them. Immutable, thread-safe.
 */
public final class Adaptor {
    private final int width;
    private final int inner;
    private final float[] inputWeight;
    private final float[] inputBias;
    private final float[] outputWeight;
    private final float[] outputBias;

    /**
     * Takes the arrays over, without copying them.
     *
     * @param width features of the profile
     * @param inner inner width of the core
     * @param inputWeight [width × inner]
     * @param inputBias [inner]
     * @param outputWeight [inner × width]
     * @param outputBias [width]
     * @throws IllegalArgumentException if an array has another length
     */
    public Adaptor(
            int width,
            int inner,
            float[] inputWeight,
            float[] inputBias,
            float[] outputWeight,
            float[] outputBias) {
        this.width = width;
        this.inner = inner;
        this.inputWeight = checked("input weight", inputWeight, width * inner);
        this.inputBias = checked("input bias", inputBias, inner);
        this.outputWeight = checked("output weight", outputWeight, inner * width);
        this.outputBias = checked("output bias", outputBias, width);
    }

    private static float[] checked(String name, float[] values, int expected) {
        if (values.length != expected) {
            throw new IllegalArgumentException(
                    name + " needs " + expected + " values, not " + values.length);
        }
        return values;
    }

    /**
     * The nearest adaptor whose weights fit into 16 bits ({@link ShortGrid}), which engines on
     * vectors keep in half of the memory; this one's biases.
     */
    public Adaptor rounded() {
        return new Adaptor(
                width,
                inner,
                ShortGrid.round(inputWeight),
                inputBias,
                ShortGrid.round(outputWeight),
                outputBias);
    }

    /** Features per flow. */
    public int width() {
        return width;
    }

    /** Inner width of the core it belongs to. */
    public int inner() {
        return inner;
    }

    /** [width × inner], row-major. */
    public float[] inputWeight() {
        return inputWeight;
    }

    /** [inner]. */
    public float[] inputBias() {
        return inputBias;
    }

    /** [inner × width], row-major. */
    public float[] outputWeight() {
        return outputWeight;
    }

    /** [width]. */
    public float[] outputBias() {
        return outputBias;
    }
}
