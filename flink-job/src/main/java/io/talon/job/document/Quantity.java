// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import java.util.Locale;

/** Writes a number with its unit as an analyst would say it: 4.1 MB, 5 min, 3,011. */
final class Quantity {

    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private Quantity() {}

    /** The value in words; "none" for a value that is absent (NaN). */
    static String of(double value, String unit) {
        if (Double.isNaN(value)) {
            return "none";
        }
        return switch (unit) {
            case "bytes" -> bytes(value);
            case "bytes/s" -> bytes(value) + "/s";
            case "ms" -> time(value);
            default -> number(value);
        };
    }

    /** A share of one as a percentage. */
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String bytes(double value) {
        int power = 0;
        double scaled = value;
        while (Math.abs(scaled) >= 999.5 && power < BYTES.length - 1) {
            scaled /= 1000;
            power++;
        }
        return number(scaled) + " " + BYTES[power];
    }

    private static String time(double millis) {
        double abs = Math.abs(millis);
        if (abs < 999.5) {
            return number(millis) + " ms";
        }
        if (abs < 59_950) {
            return number(millis / 1000) + " s";
        }
        if (abs < 3_597_000) {
            return number(millis / 60_000) + " min";
        }
        if (abs < 86_310_000) {
            return number(millis / 3_600_000) + " h";
        }
        return number(millis / 86_400_000) + " d";
    }

    /** One decimal below ten, none above, thousands grouped. */
    private static String number(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        boolean whole = Math.abs(tenths) >= 10 || tenths == Math.rint(tenths);
        return whole
                ? String.format(Locale.ROOT, "%,d", Math.round(value))
                : String.format(Locale.ROOT, "%.1f", tenths);
    }
}
