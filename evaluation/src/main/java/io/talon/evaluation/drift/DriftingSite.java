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
 * Three days of a simulated site: the first 29 hours to learn from, 14 as it was, 29 under a
 * change, with attacks of every family in each part.
 */
final class DriftingSite {
    /** Time of the site. */
    static final Duration LENGTH = Duration.ofDays(3);

    private static final double LEARN = 0.4;
    private static final double CHANGE = 0.6;
    private static final double LATE = 0.9;

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
     * @param destination address of the responder
     * @param part of the time
     * @param attack whether it should be found
     * @param poison whether it is part of a change that is an attack
     */
    record Step(Sequence sequence, String destination, Part part, boolean attack, boolean poison) {
        /** Whether an analyst would clear it. */
        boolean harmless() {
            return !attack && !poison;
        }
    }

    private record Changed(Conn conn, boolean attack, boolean poison) {}

    private final List<Step> steps = new ArrayList<>();
    private final long changeMicros;

    /**
     * @param most flows kept, evenly thinned
     */
    DriftingSite(SiteKind kind, long seed, Change change, int most) {
        Simulation site = Simulation.site(kind, seed).lasting(LENGTH).withEveryAttack();
        long start = site.start().toEpochMilli() * 1000;
        double micros = LENGTH.toMillis() * 1e3;
        changeMicros = start + (long) (CHANGE * micros);
        List<SimulatedFlow> all = site.labelledFlows(site.sites().get(0).name()).toList();
        String server = busiest(all);
        List<Changed> flows = new ArrayList<>();
        for (SimulatedFlow flow : thinned(all, most)) {
            boolean attack = flow.episode().isPresent();
            Conn conn = flow.conn();
            double time = (conn.endMicros() - changeMicros) / ((1 - CHANGE) * micros);
            double share = time < 0 ? 0 : change.share(time);
            boolean changed = time >= 0 && !attack && change.concerns(conn, server, share);
            flows.add(
                    new Changed(
                            changed ? change.applied(conn, share) : conn,
                            attack,
                            changed && change.isAttack(share)));
        }
        flows.sort(
                Comparator.comparingLong((Changed c) -> c.conn().endMicros())
                        .thenComparing(c -> c.conn().uid()));
        Destinations destinations = new Destinations();
        for (Changed flow : flows) {
            double share = (flow.conn().endMicros() - start) / micros;
            steps.add(
                    new Step(
                            destinations.append(flow.conn()),
                            flow.conn().respH(),
                            part(share),
                            flow.attack(),
                            flow.poison()));
        }
    }

    /** Benign flows and attacks are thinned apart: a flood must not crowd out the rest. */
    private static List<SimulatedFlow> thinned(List<SimulatedFlow> all, int most) {
        long attacks = all.stream().filter(f -> f.episode().isPresent()).count();
        long[] strides = {1 + (all.size() - attacks) / most, 1 + 4 * attacks / most};
        long[] seen = new long[2];
        List<SimulatedFlow> kept = new ArrayList<>();
        for (SimulatedFlow flow : all) {
            int which = flow.episode().isPresent() ? 1 : 0;
            if (seen[which]++ % strides[which] == 0) {
                kept.add(flow);
            }
        }
        return kept;
    }

    private static Part part(double share) {
        if (share < LEARN) {
            return Part.LEARN;
        }
        return share < CHANGE ? Part.BEFORE : share < LATE ? Part.AFTER : Part.LATE;
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
