// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts of flows and alerts along a drifting stream. */
final class DriftCounts {
    private static final double LEAST_RATE = 0.02;

    /** Benign flows, false alarms, attacks, found, poison, found. */
    private final Map<DriftingSite.Part, long[]> parts = new TreeMap<>();

    /** Benign flows and false alarms of each hour after the change. */
    private final TreeMap<Long, long[]> hours = new TreeMap<>();

    void add(DriftingSite.Step step, boolean alert, long hour) {
        long[] counts = parts.computeIfAbsent(step.part(), p -> new long[6]);
        int at = step.poison() ? 4 : step.attack() ? 2 : 0;
        counts[at]++;
        counts[at + 1] += alert ? 1 : 0;
        if (at == 0 && hour >= 0) {
            long[] own = hours.computeIfAbsent(hour, h -> new long[2]);
            own[0]++;
            own[1] += alert ? 1 : 0;
        }
    }

    private double rate(DriftingSite.Part part, int at) {
        long[] counts = parts.getOrDefault(part, new long[6]);
        return counts[at] == 0 ? Double.NaN : (double) counts[at + 1] / counts[at];
    }

    Map<String, Double> measures() {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("false alarms before", rate(DriftingSite.Part.BEFORE, 0));
        measures.put("false alarms after", rate(DriftingSite.Part.AFTER, 0));
        measures.put("false alarms late", rate(DriftingSite.Part.LATE, 0));
        measures.put("recall before", rate(DriftingSite.Part.BEFORE, 2));
        measures.put("recall late", rate(DriftingSite.Part.LATE, 2));
        measures.put("poison recall", rate(DriftingSite.Part.LATE, 4));
        measures.put("recovery h", recovery());
        return measures;
    }

    /** Hours until every later hour is within the limit; NaN if the last one is not. */
    private double recovery() {
        double limit = Math.max(LEAST_RATE, 2 * rate(DriftingSite.Part.BEFORE, 0));
        for (Map.Entry<Long, long[]> hour : hours.descendingMap().entrySet()) {
            if (hour.getValue()[1] > limit * hour.getValue()[0]) {
                return hour.getKey().equals(hours.lastKey()) ? Double.NaN : hour.getKey() + 1.0;
            }
        }
        return 0;
    }
}
