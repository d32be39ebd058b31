// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job is. */
enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** As in the API and the database. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isEnded() {
        return compareTo(RUNNING) > 0;
    }

    static JobState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
