// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as Zeek writes them, without ever passing through a double. */
final class NumberText {

    private static final int MAX_SECONDS_DIGITS = 11;
    private static final int MAX_DECIMAL_LENGTH = 64;
    private static final int MAX_EXPONENT = 30;
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MAX_SECONDS = BigDecimal.TEN.pow(MAX_SECONDS_DIGITS);

    private NumberText() {}

    /**
     * A count: digits, optionally followed by a fraction of zeros as tools with float columns leave
     * it.
     */
    static long count(Text t) throws BadValueException {
        int n = t.length();
        int i = 0;
        long value = 0;
        for (; i < n && isDigit(t.charAt(i)); i++) {
            int digit = t.charAt(i) - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw new BadValueException(t, "exceeds 2^63-1");
            }
            value = value * 10 + digit;
        }
        boolean whole =
                i == n && n > 0 || i > 0 && i < n - 1 && t.charAt(i) == '.' && onlyZeros(t, i + 1);
        if (!whole) {
            throw new BadValueException(t, "is no count");
        }
        return value;
    }

    /** A count of at most {@code max}. */
    static int smallCount(Text t, int max, String kind) throws BadValueException {
        long value = count(t);
        if (value > max) {
            throw new BadValueException(t, "is no " + kind + " (0–" + max + ")");
        }
        return (int) value;
    }

    /** Decimal seconds ≥ 0 as microseconds, rounded half up at the seventh digit. */
    static long secondsToMicros(Text t) throws BadValueException {
        int n = t.length();
        int i = 0;
        long value = 0;
        for (; i < n && isDigit(t.charAt(i)); i++) {
            if (i >= MAX_SECONDS_DIGITS) {
                return exactMicros(t);
            }
            value = value * 10 + (t.charAt(i) - '0');
        }
        if (i == 0) {
            return exactMicros(t);
        }
        int scale = 0;
        if (i < n && t.charAt(i) == '.') {
            i++;
            int start = i;
            for (; i < n && isDigit(t.charAt(i)); i++) {
                if (scale < 6) {
                    value = value * 10 + (t.charAt(i) - '0');
                    scale++;
                } else if (i == start + 6 && t.charAt(i) >= '5') {
                    value++;
                }
            }
        }
        if (i < n) {
            return exactMicros(t);
        }
        for (; scale < 6; scale++) {
            value *= 10;
        }
        return value;
    }

    /** Exponents, signs and all that is rare or wrong. */
    private static long exactMicros(Text t) throws BadValueException {
        BigDecimal seconds = decimal(t);
        if (seconds.signum() < 0) {
            throw new BadValueException(t, "is negative");
        }
        if (seconds.compareTo(MAX_SECONDS) >= 0) {
            throw new BadValueException(t, "is too large for seconds");
        }
        return seconds.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Any decimal number of sane length and exponent. */
    static BigDecimal decimal(Text t) throws BadValueException {
        if (t.length() > MAX_DECIMAL_LENGTH) {
            throw new BadValueException(t, "is no number");
        }
        try {
            BigDecimal value = new BigDecimal(t.toString());
            if (Math.abs((long) value.scale()) > MAX_DECIMAL_LENGTH + MAX_EXPONENT) {
                throw new BadValueException(t, "is no plausible number");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new BadValueException(t, "is no number");
        }
    }

    /** A whole number of either sign that fits a long. */
    static long whole(Text t) throws BadValueException {
        BigDecimal value = decimal(t);
        if (value.abs().compareTo(LONG_MAX) > 0) {
            throw new BadValueException(t, "exceeds 2^63-1");
        }
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw new BadValueException(t, "is no whole number");
        }
    }

    private static boolean onlyZeros(Text t, int from) {
        for (int i = from; i < t.length(); i++) {
            if (t.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
