// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

/** Bytes that are no flow; thrown often under attack, therefore without a stack trace. */
public final class MalformedFlowException extends Exception {

    MalformedFlowException(String message) {
        super(message, null, false, false);
    }
}
