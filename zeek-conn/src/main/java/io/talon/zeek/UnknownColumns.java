// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Names of columns that were ignored, each once, in order. Bounded, since a hostile JSON log can
 * invent them.
 */
final class UnknownColumns {

    private static final int MAX_NAMES = 1000;
    private static final int MAX_LENGTH = 128;

    private final Set<String> names = new LinkedHashSet<>();

    void add(String name) {
        if (names.size() < MAX_NAMES && name.length() <= MAX_LENGTH) {
            names.add(name);
        }
    }

    Set<String> names() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}
