// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

/**
 * Makes text that came over the wire safe to show: control characters and the invisible ones that
 * reorder text on a screen become {@code ·}, and what is absurdly long is cut.
 */
final class WireText {

    private static final int LONGEST = 1024;

    private WireText() {}

    /** The text as it may be shown; null stays null. */
    static String clean(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints().limit(LONGEST).forEach(c -> out.appendCodePoint(isShowable(c) ? c : '·'));
        return out.toString();
    }

    private static boolean isShowable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
