// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import java.util.HashSet;
import java.util.Set;

/**
 * Somebody who looks at some alerts a day and never takes an attack for harmless. An alert is what
 * the job makes one of: a destination's anomalies of an hour. Not thread-safe.
 */
final class Analyst {
    private static final int CLEARED_PER_DAY = 10;
    private static final long HOUR = 3_600_000_000L;

    private long day = Long.MIN_VALUE;
    private final Set<String> cleared = new HashSet<>();

    /** Whether the anomaly is part of an alert that is cleared. */
    boolean clears(DriftingSite.Step anomaly) {
        long hour = Math.floorDiv(anomaly.sequence().endMicros(), HOUR);
        if (hour / 24 != day) {
            day = hour / 24;
            cleared.clear();
        }
        String alert = anomaly.destination() + " " + hour;
        return anomaly.harmless()
                && (cleared.contains(alert)
                        || cleared.size() < CLEARED_PER_DAY && cleared.add(alert));
    }
}
