// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

/**
 * Widths of a core.
 *
 * @param inner width between the adaptors and the recurrences, and units of the decoder
 * @param hidden units of the encoder, and width of what the decoder is fed
 * @param latent width of the latent vector
 */
public record CoreShape(int inner, int hidden, int latent) {
    /** The paper's widths. */
    public static final CoreShape DEFAULT = new CoreShape(43, 64, 16);

    public CoreShape {
        if (inner < 1 || hidden < 1 || latent < 1) {
            throw new IllegalArgumentException(
                    "widths must be positive: inner "
                            + inner
                            + ", hidden "
                            + hidden
                            + ", latent "
                            + latent);
        }
    }
}
