// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a credential allows, each with the rights of those before it. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Adds flows, triplets, jobs, marks, suppressions, shadows. */
    ANALYST,
    /** Approves, promotes, rolls back. */
    APPROVER,
    /** Changes sites and keys, reads the audit. */
    ADMIN;

    /** As in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Role ofWord(String word) {
        return find(word)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a role is one of "
                                                + Arrays.stream(values()).map(Role::word).toList()
                                                + ", not '"
                                                + word
                                                + "'"));
    }

    /** The role of a word, if there is one. */
    public static Optional<Role> find(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Whether everything that {@code other} may do is allowed. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }
}
