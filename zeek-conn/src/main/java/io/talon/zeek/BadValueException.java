// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

/**
 * A value that its column cannot hold. The message says what is wrong with it, without the column's
 * name.
 */
final class BadValueException extends Exception {
    private static final long serialVersionUID = 1L;

    BadValueException(Text value, String why) {
        // Hostile logs throw one per line: no stack trace.
        super(value.quoted() + " " + why, null, false, false);
    }
}
