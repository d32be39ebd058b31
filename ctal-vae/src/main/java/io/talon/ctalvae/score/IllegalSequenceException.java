// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/** A sequence that the model cannot take: empty, too long, or of another profile or width. */
public final class IllegalSequenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    IllegalSequenceException(String message) {
        super(message);
    }
}
