// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts of flows and alerts along a drifting stream. */
final class DriftCounts {
    private static final int BLOCK_HOURS = 3;
    private static final double LEAST_RATE = 0.02;

    /** What may be found. */
    private enum Kind {
        BENIGN,
        ATTACK,
        POISON
    }

    private static final class Count {
        private long all;
        private long alerts;

        void add(boolean alert) {
            all++;
            alerts += alert ? 1 : 0;
        }
    }

    private final Map<String, Count> parts = new TreeMap<>();

    /** Benign flows by blocks of hours since the change; before it, negative. */
    private final TreeMap<Long, Count> blocks = new TreeMap<>();

    private long poison;
    private long learnt;

    void add(DriftingSite.Step step, boolean alert, boolean learns, double hoursSinceChange) {
        Kind kind = step.poison() ? Kind.POISON : step.attack() ? Kind.ATTACK : Kind.BENIGN;
        parts.computeIfAbsent(key(step.part(), kind), k -> new Count()).add(alert);
        if (kind == Kind.BENIGN) {
            long block = (long) Math.floor(hoursSinceChange / BLOCK_HOURS);
            blocks.computeIfAbsent(block, b -> new Count()).add(alert);
        }
        if (kind == Kind.POISON) {
            poison++;
            learnt += learns ? 1 : 0;
        }
    }

    private static String key(DriftingSite.Part part, Kind kind) {
        return part + " " + kind;
    }

    private double rate(Kind kind, DriftingSite.Part... of) {
        long all = 0;
        long alerts = 0;
        for (DriftingSite.Part part : of) {
            Count count = parts.getOrDefault(key(part, kind), new Count());
            all += count.all;
            alerts += count.alerts;
        }
        return all == 0 ? Double.NaN : (double) alerts / all;
    }

    Map<String, Double> measures() {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("false alarms before", rate(Kind.BENIGN, DriftingSite.Part.BEFORE));
        measures.put("false alarms after", rate(Kind.BENIGN, DriftingSite.Part.AFTER));
        measures.put("false alarms late", rate(Kind.BENIGN, DriftingSite.Part.LATE));
        measures.put("recall before", rate(Kind.ATTACK, DriftingSite.Part.BEFORE));
        measures.put(
                "recall after", rate(Kind.ATTACK, DriftingSite.Part.AFTER, DriftingSite.Part.LATE));
        measures.put(
                "poison recall",
                rate(Kind.POISON, DriftingSite.Part.AFTER, DriftingSite.Part.LATE));
        measures.put("poison learnt", poison == 0 ? Double.NaN : (double) learnt / poison);
        measures.put("recovery h", recovery());
        blocks.forEach(
                (block, count) ->
                        measures.put(
                                DriftTrial.COURSE + block * BLOCK_HOURS,
                                (double) count.alerts / count.all));
        return measures;
    }

    /** Hours until every later block is within the limit; NaN if the last one is not. */
    private double recovery() {
        double before = rate(Kind.BENIGN, DriftingSite.Part.BEFORE);
        double limit = Math.max(LEAST_RATE, 2 * before);
        for (Map.Entry<Long, Count> block : blocks.descendingMap().entrySet()) {
            if (block.getKey() < 0) {
                break;
            }
            if (block.getValue().alerts > limit * block.getValue().all) {
                boolean last = block.getKey().equals(blocks.lastKey());
                return last ? Double.NaN : (block.getKey() + 1.0) * BLOCK_HOURS;
            }
        }
        return 0;
    }
}
