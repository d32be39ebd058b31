// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.nio.charset.StandardCharsets;

/**
 * The current line as characters: ASCII by widening, anything else as UTF-8 with U+FFFD for what is
 * none.
 */
final class LineText {

    private char[] chars = new char[1024];
    private int length;

    void decode(LineSource line) {
        byte[] bytes = line.bytes();
        int from = line.from();
        int n = line.to() - from;
        if (chars.length < n) {
            chars = new char[Math.max(n, chars.length * 2)];
        }
        for (int i = 0; i < n; i++) {
            byte b = bytes[from + i];
            if (b < 0) {
                String s = new String(bytes, from, n, StandardCharsets.UTF_8);
                length = s.length();
                s.getChars(0, length, chars, 0);
                return;
            }
            chars[i] = (char) b;
        }
        length = n;
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /**
     * Position of the first character that is neither space nor tab, or the length when there is
     * none.
     */
    int firstVisible() {
        int i = 0;
        while (i < length && (chars[i] == ' ' || chars[i] == '\t')) {
            i++;
        }
        return i;
    }

    String string() {
        return new String(chars, 0, length);
    }
}
