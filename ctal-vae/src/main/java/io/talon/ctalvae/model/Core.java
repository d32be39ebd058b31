// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

/**
 * The weights that all sites share: LSTM encoder, latent heads, LSTM decoder. Arrays are row-major
 * [inputs × outputs], one row per input unit, so that {@code y = x·W + b}. The 4·units columns of
 * an LSTM matrix are four blocks in gate order i, f, g, o (input, forget, candidate, output); there
 * is one bias per gate unit. The arrays are owned by this object: callers must not write to them.
 * Immutable, thread-safe.
 */
public final class Core {
    private final CoreShape shape;
    private final float[][] tensors;

    /**
     * @param shape widths
     * @param tensors one array per {@link CoreTensor}, in its order, taken over, not copied
     * @throws IllegalArgumentException if an array has another length than the shape asks
     */
    public Core(CoreShape shape, float[][] tensors) {
        this.shape = shape;
        this.tensors = tensors.clone();
        CoreTensor[] names = CoreTensor.values();
        if (tensors.length != names.length) {
            throw new IllegalArgumentException(
                    "a core has " + names.length + " tensors, not " + tensors.length);
        }
        for (CoreTensor name : names) {
            int expected = name.rows(shape) * name.columns(shape);
            if (tensors[name.ordinal()].length != expected) {
                throw new IllegalArgumentException(
                        name
                                + " needs "
                                + expected
                                + " values, not "
                                + tensors[name.ordinal()].length);
            }
        }
    }

    /** The widths. */
    public CoreShape shape() {
        return shape;
    }

    /** The values of one tensor, row-major; not to be written to. */
    public float[] tensor(CoreTensor name) {
        return tensors[name.ordinal()];
    }
}
