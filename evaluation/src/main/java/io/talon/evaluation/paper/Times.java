// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as exporters write them, as µs since the epoch, taken as UTC: {@code 2019-08-19
 * 12:23:28.25}, {@code 01/11/2023 10:02:11 AM}. Day and month may be swapped; a clock column in the
 * same row can tell, see {@link #vote}.
 */
final class Times {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d+)[-/](\\d+)[-/](\\d+)["
                            + " T](\\d+):(\\d+)(?::(\\d+)(?:\\.(\\d+))?)?\\s*(am|pm)?.*");

    private int straight;
    private int swapped;

    private Times() {}

    static Times none() {
        return new Times();
    }

    /** µs since the epoch, year-month-day or day/month/year as written. */
    static long micros(String text) {
        Matcher m = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            throw new DateTimeException("'" + text + "' is no time such as 2019-08-19 12:23:28");
        }
        boolean yearFirst = m.group(1).length() == 4;
        int year = Integer.parseInt(m.group(yearFirst ? 1 : 3));
        int month = Integer.parseInt(m.group(2));
        int day = Integer.parseInt(m.group(yearFirst ? 3 : 1));
        if (month > 12) {
            int swap = month;
            month = day;
            day = swap;
        }
        int hour = Integer.parseInt(m.group(4)) % (m.group(8) == null ? 24 : 12);
        hour += "pm".equals(m.group(8)) ? 12 : 0;
        int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
        String fraction = m.group(7) == null ? "" : m.group(7);
        long micros = Long.parseLong((fraction + "000000").substring(0, 6));
        LocalDateTime time =
                LocalDateTime.of(year, month, day, hour, Integer.parseInt(m.group(5)), second);
        return micros(time) + micros;
    }

    private static long micros(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    }

    /** The same time with day and month exchanged; itself where that is no date. */
    static long swapped(long micros) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), 0, ZoneOffset.UTC);
        if (time.getDayOfMonth() > 12) {
            return micros;
        }
        LocalDateTime other =
                time.withDayOfMonth(1)
                        .withMonth(time.getDayOfMonth())
                        .withDayOfMonth(time.getMonthValue());
        return micros(other) + Math.floorMod(micros, 1_000_000L);
    }

    /**
     * Lets a row say whether dates are as written: an absolute clock of the same row is within a
     * day and a half of the one reading or of the other.
     */
    void vote(long micros, double clockMicros) {
        if (clockMicros > 1e15 && clockMicros < 3e15) {
            straight += near(micros, clockMicros) ? 1 : 0;
            swapped += near(swapped(micros), clockMicros) ? 1 : 0;
        }
    }

    private static boolean near(long micros, double clock) {
        return Math.abs(micros - clock) < 1.5 * ChronoUnit.DAYS.getDuration().toSeconds() * 1e6;
    }

    /** Whether more rows spoke for exchanged days and months. */
    boolean areSwapped() {
        return swapped > straight;
    }
}
