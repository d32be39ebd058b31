// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.simulator.SimulatedFlow;
import io.talon.simulator.Simulation;
import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A day of a simulated site: a quarter to learn from, a quarter as it was, a half under a change,
 * with attacks of every family all along.
 */
final class DriftingSite {
    private static final double LEARN = 0.25;
    private static final double CHANGE = 0.5;

    /** Where a flow lies and what it is. */
    enum Part {
        LEARN,
        BEFORE,
        AFTER,
        /** The last quarter of the time under the change. */
        LATE
    }

    /**
     * A flow of the stream.
     *
     * @param sequence what is scored
     * @param part of the time
     * @param attack whether it should be found
     * @param poison whether it is part of a change that is an attack
     */
    record Step(Sequence sequence, Part part, boolean attack, boolean poison) {}

    private final List<Step> steps = new ArrayList<>();
    private final long changeMicros;

    DriftingSite(SiteKind kind, long seed, Change change, int stride) {
        Duration length = Duration.ofHours(24);
        Simulation site = Simulation.site(kind, seed).lasting(length).withEveryAttack();
        long start = site.start().toEpochMilli() * 1000;
        double micros = length.toMillis() * 1e3;
        changeMicros = start + (long) (CHANGE * micros);
        List<SimulatedFlow> all = site.labelledFlows(site.sites().get(0).name()).toList();
        String changed = busiest(all);
        Destinations destinations = new Destinations();
        List<Conn> conns = new ArrayList<>();
        Map<String, Boolean> attacks = new HashMap<>();
        Map<String, Boolean> poison = new HashMap<>();
        int[] seen = new int[2];
        for (SimulatedFlow flow : all) {
            boolean attack = flow.episode().isPresent();
            if (seen[attack ? 1 : 0]++ % stride != 0) {
                continue;
            }
            Conn conn = flow.conn();
            double time = (conn.endMicros() - changeMicros) / ((1 - CHANGE) * micros);
            boolean concerned = !attack && concerned(change, conn.respH(), changed);
            boolean poisoned = false;
            if (time >= 0 && concerned && change != Change.NONE) {
                double share = change.share(time);
                poisoned = change.isAttack() && share > 0.75;
                conn = change.applied(conn, share);
            }
            conns.add(conn);
            attacks.put(conn.uid(), attack);
            poison.put(conn.uid(), poisoned);
        }
        conns.sort(Comparator.comparingLong(Conn::endMicros).thenComparing(Conn::uid));
        for (Conn conn : conns) {
            double share = (conn.endMicros() - start) / micros;
            steps.add(
                    new Step(
                            destinations.append(conn),
                            part(share),
                            attacks.get(conn.uid()),
                            poison.get(conn.uid())));
        }
    }

    private static boolean concerned(Change change, String server, String busiest) {
        return switch (change) {
            case NONE, GRADUAL -> true;
            case SUDDEN -> server.hashCode() % 2 == 0;
            case POISONED -> server.equals(busiest);
        };
    }

    private static Part part(double share) {
        if (share < LEARN) {
            return Part.LEARN;
        }
        return share < CHANGE ? Part.BEFORE : share < 0.875 ? Part.AFTER : Part.LATE;
    }

    private static String busiest(List<SimulatedFlow> flows) {
        Map<String, Integer> counts = new HashMap<>();
        flows.stream()
                .filter(f -> f.episode().isEmpty() && f.conn().origBytes() != null)
                .filter(f -> "tcp".equals(f.conn().proto()))
                .forEach(f -> counts.merge(f.conn().respH(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    List<Step> steps() {
        return steps;
    }

    /** When the change begins, µs since the epoch. */
    long changeMicros() {
        return changeMicros;
    }
}
