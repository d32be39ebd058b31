// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.Locale;

/** What a flow's label says. */
public enum Kind {
    /** Declared benign. */
    BENIGN,
    /** An attack. */
    MALICIOUS,
    /** Neither: background, unknown or no label. Part of the histories, never scored. */
    UNLABELLED;

    /** Kind of a label as labelled captures write it; null is no label. */
    public static Kind of(String label) {
        return switch (label == null ? "" : label.strip().toLowerCase(Locale.ROOT)) {
            case "benign" -> BENIGN;
            case "", "-", "background", "unknown" -> UNLABELLED;
            default -> MALICIOUS;
        };
    }
}
