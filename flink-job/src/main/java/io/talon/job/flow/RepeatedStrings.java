// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import java.nio.charset.StandardCharsets;

/**
 * Strings that nearly every flow repeats (states, services, histories) once in memory.
 * Direct-mapped and bounded: hostile input can make it useless, not large. Not thread-safe.
 */
public final class RepeatedStrings {

    private static final int SLOTS = 1024;
    private static final int LONGEST = 32;

    private final String[] slots = new String[SLOTS];

    String of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 10) & SLOTS - 1;
        String known = slots[slot];
        if (known == null || !is(known, bytes, from, length)) {
            known = new String(bytes, from, length, StandardCharsets.UTF_8);
            slots[slot] = known;
        }
        return known;
    }

    private static boolean is(String known, byte[] bytes, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != bytes[from + i]) { // no byte of a longer character is equal
                return false;
            }
        }
        return true;
    }
}
