// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Strings that a log repeats on nearly every line (addresses, states, histories) once in memory.
 * Direct-mapped and bounded: a hostile log can only make it useless, not large.
 */
final class ValueCache {

    private static final int SLOTS = 4096;
    private static final int MAX_LISTS = 512;
    private static final int MAX_LENGTH = 64;

    private final String[] slots = new String[SLOTS];
    private final Map<String, List<String>> lists = new HashMap<>();

    String string(Text t) {
        int n = t.length();
        if (n > MAX_LENGTH) {
            return t.toString();
        }
        int hash = 0;
        for (int i = 0; i < n; i++) {
            hash = hash * 31 + t.charAt(i);
        }
        int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
        String cached = slots[slot];
        if (cached == null || !t.is(cached)) {
            cached = t.toString();
            slots[slot] = cached;
        }
        return cached;
    }

    /** The parts between commas; an empty text has none. */
    List<String> commaList(Text t) {
        if (t.length() == 0) {
            return List.of();
        }
        String s = string(t);
        List<String> list = lists.get(s);
        if (list == null) {
            list = Arrays.stream(s.split(",")).filter(part -> !part.isEmpty()).toList();
            if (lists.size() < MAX_LISTS) {
                lists.put(s, list);
            }
        }
        return list;
    }
}
