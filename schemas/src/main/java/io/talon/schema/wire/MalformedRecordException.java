// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.wire;

/** Bytes that are not the record they should be. The message says why, in words. */
public final class MalformedRecordException extends Exception {

    MalformedRecordException(String message) {
        super(message);
    }

    MalformedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
