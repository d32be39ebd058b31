// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Points in time in the three forms that Zeek writes: decimal seconds, ISO 8601, milliseconds. */
final class TimeText {

    private static final BigDecimal MILLIS_FROM = BigDecimal.TEN.pow(11);
    private static final BigDecimal MILLIS_TO = BigDecimal.TEN.pow(14);
    private static final int SECONDS_DIGITS = 11;

    private TimeText() {}

    /**
     * Microseconds since 1970-01-01 UTC. A number below 10^11 counts seconds (until the year 5138),
     * below 10^14 milliseconds; anything else is refused rather than guessed.
     */
    static long micros(Text t) throws BadValueException {
        if (t.indexOf('T') > 0) {
            return iso(t);
        }
        int point = t.indexOf('.');
        int whole = point < 0 ? t.length() : point;
        return whole <= SECONDS_DIGITS && t.indexOf('E') < 0 && t.indexOf('e') < 0
                ? NumberText.secondsToMicros(t)
                : number(t);
    }

    private static long number(Text t) throws BadValueException {
        BigDecimal value = NumberText.decimal(t);
        if (value.compareTo(MILLIS_FROM) < 0) {
            return NumberText.secondsToMicros(t);
        }
        if (value.compareTo(MILLIS_TO) < 0) {
            return value.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
        throw new BadValueException(t, "is neither seconds nor milliseconds since 1970");
    }

    private static long iso(Text t) throws BadValueException {
        try {
            Instant i = OffsetDateTime.parse(t).toInstant();
            if (i.getEpochSecond() < 0 || i.getEpochSecond() >= MILLIS_FROM.longValue()) {
                throw new BadValueException(t, "is outside 1970–5138");
            }
            return i.getEpochSecond() * 1_000_000 + (i.getNano() + 500) / 1000;
        } catch (DateTimeException e) {
            throw new BadValueException(t, "is no ISO 8601 time with a zone");
        }
    }
}
