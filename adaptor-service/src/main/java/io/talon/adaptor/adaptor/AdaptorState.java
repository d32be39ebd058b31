// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an adaptor is in its life. A draft in training is a job, not an adaptor yet. */
public enum AdaptorState {
    /** It has a report card and never ran. */
    CANDIDATE,
    /** It scores beside the active one. */
    SHADOW,
    /** The site's scores are its. */
    ACTIVE,
    /** It ran, and may again. */
    RETIRED,
    /** It was put away for good. */
    REJECTED;

    /** As in the API and the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
