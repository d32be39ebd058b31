// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;
import java.util.List;

/** A part that did not start, or ended: which, why, what can be done, and the end of its log. */
public final class PartFailure extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what happened, beginning in lower case
     * @param remedy what the reader can do about it, a sentence
     * @param log the last lines of the part's log, oldest first; may be empty
     */
    public PartFailure(String part, String reason, String remedy, List<String> log) {
        super(text(part, reason, remedy, log));
    }

    private static String text(String part, String reason, String remedy, List<String> log) {
        StringBuilder text = new StringBuilder(part + ": " + reason + ". " + remedy);
        if (!log.isEmpty()) {
            text.append("\nLast lines of its log:");
            log.forEach(line -> text.append("\n  | ").append(line));
        }
        return text.toString();
    }
}
