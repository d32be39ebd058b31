// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** W3C trace contexts, as far as the job needs them. */
final class Traces {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private Traces() {}

    /**
     * The trace's id. A trace context is not signed: what is none is dropped, lest it forge a log.
     *
     * @param traceparent null for none
     */
    static Optional<String> idOf(String traceparent) {
        if (traceparent == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(traceparent);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
