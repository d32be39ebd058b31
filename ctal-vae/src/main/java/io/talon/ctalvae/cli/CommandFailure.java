// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.cli;

/** A command cannot do what it was asked to. The message is for the user and stands alone. */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
