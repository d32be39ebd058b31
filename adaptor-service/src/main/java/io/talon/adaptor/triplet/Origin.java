// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import java.util.Locale;

/**
 * Where a triplet comes from.
 *
 * @param kind of origin
 * @param id what names it there, so that it is taken once; null: nothing does
 * @param proposed whether an analyst has still to accept it
 */
public record Origin(Kind kind, String id, boolean proposed) {
    /** Kinds of origin. */
    public enum Kind {
        /** Said outright. */
        ANALYST,
        /** From the mark of an anomaly. */
        MARK,
        /** From the reason with which an alert was closed in Kibana. */
        KIBANA,
        /** From the index talon.feedback. */
        FEEDBACK;

        /** As in the API. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An analyst says it. */
    public static final Origin OF_ANALYST = new Origin(Kind.ANALYST, null, false);
}
