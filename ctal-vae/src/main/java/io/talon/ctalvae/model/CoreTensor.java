// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import java.util.function.ToIntFunction;

/**
 * The tensors of a {@link Core} in file order, each row-major [rows × columns] with one row per
 * input unit. A bias has one row.
 */
public enum CoreTensor {
    /** Encoder LSTM, from the adapted flow [inner × 4·hidden], gates i, f, g, o. */
    ENCODER_INPUT(CoreShape::inner, s -> 4 * s.hidden()),
    /**
     * Encoder LSTM, from its own output of the step before [hidden × 4·hidden], gates i, f, g, o.
     */
    ENCODER_RECURRENT(CoreShape::hidden, s -> 4 * s.hidden()),
    /** Encoder LSTM [1 × 4·hidden]. */
    ENCODER_BIAS(s -> 1, s -> 4 * s.hidden()),
    /** Latent mean μ, from the encoder's last output [hidden × latent]. */
    MEAN_WEIGHT(CoreShape::hidden, CoreShape::latent),
    /** Latent mean μ [1 × latent]. */
    MEAN_BIAS(s -> 1, CoreShape::latent),
    /**
     * Latent log variance, from the encoder's last output [hidden × latent]; used in training only.
     */
    LOG_VARIANCE_WEIGHT(CoreShape::hidden, CoreShape::latent),
    /** Latent log variance [1 × latent]; used in training only. */
    LOG_VARIANCE_BIAS(s -> 1, CoreShape::latent),
    /** What the decoder is fed at every step, tanh(z·W + b) [latent × hidden]. */
    EXPAND_WEIGHT(CoreShape::latent, CoreShape::hidden),
    /** What the decoder is fed at every step [1 × hidden]. */
    EXPAND_BIAS(s -> 1, CoreShape::hidden),
    /** Decoder LSTM, from the expanded latent [hidden × 4·inner], gates i, f, g, o. */
    DECODER_INPUT(CoreShape::hidden, s -> 4 * s.inner()),
    /** Decoder LSTM, from its own output of the step before [inner × 4·inner], gates i, f, g, o. */
    DECODER_RECURRENT(CoreShape::inner, s -> 4 * s.inner()),
    /** Decoder LSTM [1 × 4·inner]. */
    DECODER_BIAS(s -> 1, s -> 4 * s.inner());

    private final ToIntFunction<CoreShape> rows;
    private final ToIntFunction<CoreShape> columns;

    CoreTensor(ToIntFunction<CoreShape> rows, ToIntFunction<CoreShape> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Input units; 1 for a bias. */
    public int rows(CoreShape shape) {
        return rows.applyAsInt(shape);
    }

    /** Output units; four per unit for an LSTM. */
    public int columns(CoreShape shape) {
        return columns.applyAsInt(shape);
    }
}
