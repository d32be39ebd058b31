// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.metric;

import java.util.HashSet;
import java.util.Set;

/**
 * What an analyst finds who looks at a fixed number of alerts a day. Flows above the threshold of
 * the same destination in the same hour are one alert. The threshold is the lowest one that keeps
 * the number of alerts within the budget; flows with equal scores are raised together or not at
 * all.
 *
 * @param threshold flows at or above it are raised; positive infinity if the first step is already
 *     too much
 * @param alerts alerts raised, distinct (destination, hour)
 * @param flowRecall share of attack flows raised; NaN without attacks
 * @param episodeRecall share of (destination, hour) with an attack in which an attack flow is
 *     raised; NaN without attacks
 * @param precision share of alerts that hold a raised attack flow; NaN without alerts
 */
public record AlertBudget(
        double threshold, int alerts, double flowRecall, double episodeRecall, double precision) {

    /** One (destination, hour). */
    private record Episode(String destination, long hour) {}

    /**
     * @param scores larger is stranger
     * @param attack one per score
     * @param destination responder's address, one per score
     * @param endMicros event time, µs since the epoch, one per score
     * @param perDay alerts per day; the budget of the whole span is rounded, and at least 1
     */
    public static AlertBudget of(
            double[] scores,
            boolean[] attack,
            String[] destination,
            long[] endMicros,
            double perDay) {
        int allowed = allowed(endMicros, perDay);
        int[] order = Ranking.descending(scores);
        Set<Episode> attacked = new HashSet<>();
        Set<Episode> raised = new HashSet<>();
        Set<Episode> found = new HashSet<>();
        long attacks = 0;
        for (int i = 0; i < scores.length; i++) {
            if (attack[i]) {
                attacks++;
                attacked.add(episode(destination[i], endMicros[i]));
            }
        }
        long hits = 0;
        double threshold = Double.POSITIVE_INFINITY;
        int from = 0;
        while (from < order.length) {
            int to = from;
            Set<Episode> fresh = new HashSet<>();
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                Episode e = episode(destination[order[to]], endMicros[order[to]]);
                if (!raised.contains(e)) {
                    fresh.add(e);
                }
                to++;
            }
            if (raised.size() + fresh.size() > allowed) {
                break;
            }
            raised.addAll(fresh);
            threshold = scores[order[from]];
            for (; from < to; from++) {
                if (attack[order[from]]) {
                    hits++;
                    found.add(episode(destination[order[from]], endMicros[order[from]]));
                }
            }
        }
        return new AlertBudget(
                threshold,
                raised.size(),
                (double) hits / attacks,
                (double) found.size() / attacked.size(),
                (double) found.size() / raised.size());
    }

    private static int allowed(long[] endMicros, double perDay) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (long end : endMicros) {
            first = Math.min(first, end);
            last = Math.max(last, end);
        }
        double days = endMicros.length == 0 ? 0 : (last - first) / 86_400e6;
        return (int) Math.max(1, Math.round(perDay * days));
    }

    private static Episode episode(String destination, long endMicros) {
        return new Episode(destination, Math.floorDiv(endMicros, 3_600_000_000L));
    }
}
