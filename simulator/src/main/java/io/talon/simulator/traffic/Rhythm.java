// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

/**
 * How busy people are at a site: 1 in the middle of a working day, {@code night} outside working
 * hours, and less at the weekend. The edges of the day are soft.
 *
 * @param zoneOffset the site's time zone, microseconds east of UTC
 * @param opens hour of the day at which half of the people have come
 * @param closes hour of the day at which half of them have gone
 * @param night level outside working hours, 0–1
 * @param weekend factor for Saturday and Sunday, 0–1
 */
public record Rhythm(long zoneOffset, double opens, double closes, double night, double weekend) {

    private static final double EDGE_HOURS = 0.6;
    private static final int DAYS_OF_WEEK = 7;

    /** 1970-01-01 was a Thursday: days 2 and 3 after it were a weekend. */
    private static final int SATURDAY = 2;

    /** The usual spread between sites. */
    public static Rhythm draw(Rng rng, double nightMost, double weekendMost) {
        return new Rhythm(
                rng.between(-6, 9) * Micros.HOUR,
                rng.between(6.0, 9.5),
                rng.between(16.0, 20.0),
                rng.between(0.02, nightMost),
                rng.between(0.05, weekendMost));
    }

    /** Level at a time, in (0, 1]. */
    public double level(long micros) {
        long here = micros + zoneOffset;
        double hour = (double) Math.floorMod(here, Micros.DAY) / Micros.HOUR;
        double open = 1 / (1 + StrictMath.exp((opens - hour) / EDGE_HOURS));
        double close = 1 / (1 + StrictMath.exp((hour - closes) / EDGE_HOURS));
        long day = Math.floorMod(Math.floorDiv(here, Micros.DAY), (long) DAYS_OF_WEEK);
        boolean weekendDay = day == SATURDAY || day == SATURDAY + 1;
        return Math.max(night, open * close) * (weekendDay ? weekend : 1);
    }

    /**
     * The next of events that come at random, on average every {@code meanAtPeak} microseconds at
     * level 1.
     */
    public long next(long now, double meanAtPeak, Rng rng) {
        long at = now;
        do {
            at += Math.max(1, (long) rng.exponential(meanAtPeak));
        } while (!rng.chance(level(at)));
        return at;
    }
}
