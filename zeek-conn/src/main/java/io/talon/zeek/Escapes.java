// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Zeek's escaping in TSV: {@code \xHH} for a byte, {@code \\} for a backslash. */
final class Escapes {

    private Escapes() {}

    /** Undoes the escaping; a backslash that starts no escape stands for itself. */
    static String decode(CharSequence text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\\') {
                bytes.write('\\');
                i += 2;
            } else if (c == '\\' && isHexEscape(text, i)) {
                bytes.write(hex(text, i + 2) << 4 | hex(text, i + 3));
                i += 4;
            } else {
                int point = Character.codePointAt(text, i);
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHexEscape(CharSequence text, int i) {
        return i + 3 < text.length()
                && text.charAt(i + 1) == 'x'
                && hex(text, i + 2) >= 0
                && hex(text, i + 3) >= 0;
    }

    private static int hex(CharSequence text, int i) {
        char c = text.charAt(i);
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
