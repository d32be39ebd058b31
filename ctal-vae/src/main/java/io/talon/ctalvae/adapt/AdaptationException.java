// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

/**
 * A site cannot be adapted to with what was given. The message says what is missing and how much of
 * it.
 */
public class AdaptationException extends Exception {
    private static final long serialVersionUID = 1L;

    public AdaptationException(String message) {
        super(message);
    }
}
