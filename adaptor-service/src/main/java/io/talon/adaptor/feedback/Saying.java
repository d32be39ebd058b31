// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.feedback;

import java.util.Locale;
import java.util.Optional;

/** What a close reason or a verdict means for a triplet. */
enum Saying {
    /** The anomaly is ordinary. */
    BENIGN,
    /** The anomaly is one. */
    TRUE;

    /** Nothing for reasons that say neither, as {@code duplicate}. */
    static Optional<Saying> of(String reason) {
        if (reason == null) {
            return Optional.empty();
        }
        return switch (reason.toLowerCase(Locale.ROOT).replace(' ', '_')) {
            case "false_positive", "benign_positive", "benign", "false" -> Optional.of(BENIGN);
            case "true_positive", "true" -> Optional.of(TRUE);
            default -> Optional.empty();
        };
    }
}
