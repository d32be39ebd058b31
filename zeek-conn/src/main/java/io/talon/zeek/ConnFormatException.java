// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.IOException;

/**
 * A file that is no conn.log at all, is empty or cannot be opened. The message names file, reason
 * and remedy.
 */
public final class ConnFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String reason;

    ConnFormatException(String file, String reason, String remedy) {
        super(file + ": " + reason + ". " + remedy + ".");
        this.file = file;
        this.reason = reason;
    }

    /** Name of the file as the caller gave it. */
    public String file() {
        return file;
    }

    /** What is wrong with it, without file and remedy. */
    public String reason() {
        return reason;
    }
}
