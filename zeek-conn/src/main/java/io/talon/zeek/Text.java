// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

/**
 * A view on some characters of a line. Mutable so that a reader needs only one; never kept beyond
 * the line.
 */
final class Text implements CharSequence {

    private static final int QUOTED = 40;

    private char[] chars = new char[0];
    private int from;
    private int to;

    Text set(char[] source, int start, int end) {
        chars = source;
        from = start;
        to = end;
        return this;
    }

    Text set(String value) {
        return set(value.toCharArray(), 0, value.length());
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return chars[from + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, from + start, end - start);
    }

    boolean is(String other) {
        int n = to - from;
        if (other.length() != n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (chars[from + i] != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int indexOf(char c) {
        for (int i = from; i < to; i++) {
            if (chars[i] == c) {
                return i - from;
            }
        }
        return -1;
    }

    /** The value in quotes for a message: cut when long, without control characters. */
    String quoted() {
        StringBuilder s = new StringBuilder("'");
        for (int i = 0; i < Math.min(length(), QUOTED); i++) {
            char c = charAt(i);
            s.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return s.append(length() > QUOTED ? "…'" : "'").toString();
    }

    @Override
    public String toString() {
        return new String(chars, from, to - from);
    }
}
