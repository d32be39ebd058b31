// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of time as people write them: 90s, 30m, 24h, 7d, 1.5h, or ISO 8601. */
final class LengthConverter implements ITypeConverter<Duration> {

    private static final Pattern SHORT = Pattern.compile("(\\d+(?:\\.\\d+)?)([smhd])");

    @Override
    public Duration convert(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        try {
            Duration length =
                    matcher.matches()
                            ? Duration.ofMillis(
                                    Math.round(
                                            Double.parseDouble(matcher.group(1))
                                                    * unitMillis(matcher.group(2))))
                            : Duration.parse(text);
            if (length.isNegative()) {
                throw new IllegalArgumentException("'" + text + "' is negative");
            }
            return length;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no length of time; write 90s, 30m, 24h or 7d");
        }
    }

    private static double unitMillis(String unit) {
        return switch (unit) {
            case "s" -> 1e3;
            case "m" -> 60e3;
            case "h" -> 3600e3;
            default -> 86_400e3;
        };
    }
}
