// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

/** The bytes of a {@link FlowHistory} are damaged or of a version that this code does not know. */
public final class CorruptHistoryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CorruptHistoryException(String message) {
        super(message);
    }
}
