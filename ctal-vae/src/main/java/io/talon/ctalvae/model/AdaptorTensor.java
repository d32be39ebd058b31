// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import java.util.function.IntBinaryOperator;

/**
 * The tensors of an {@link Adaptor} in file order, each row-major [rows × columns] with one row per
 * input unit. A bias has one row.
 */
public enum AdaptorTensor {
    /** Input adaptor [width × inner]. */
    INPUT_WEIGHT((width, inner) -> width, (width, inner) -> inner),
    /** Input adaptor [1 × inner]. */
    INPUT_BIAS((width, inner) -> 1, (width, inner) -> inner),
    /** Output adaptor [inner × width]. */
    OUTPUT_WEIGHT((width, inner) -> inner, (width, inner) -> width),
    /** Output adaptor [1 × width]. */
    OUTPUT_BIAS((width, inner) -> 1, (width, inner) -> width);

    private final IntBinaryOperator rows;
    private final IntBinaryOperator columns;

    AdaptorTensor(IntBinaryOperator rows, IntBinaryOperator columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Input units; 1 for a bias. */
    public int rows(int width, int inner) {
        return rows.applyAsInt(width, inner);
    }

    /** Output units. */
    public int columns(int width, int inner) {
        return columns.applyAsInt(width, inner);
    }

    /** The values of this tensor in an adaptor; not to be written to. */
    public float[] of(Adaptor adaptor) {
        return switch (this) {
            case INPUT_WEIGHT -> adaptor.inputWeight();
            case INPUT_BIAS -> adaptor.inputBias();
            case OUTPUT_WEIGHT -> adaptor.outputWeight();
            case OUTPUT_BIAS -> adaptor.outputBias();
        };
    }
}
