// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.hard;

import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Captures;
import io.talon.simulator.Simulation;
import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A simulated site, ordinary or with an event. The event comes twice: early, where triplets are
 * drawn from, and late, where it is to be found; a benign event comes late only, beside slow scans
 * that stand for the attack a table needs.
 */
public final class HardSite {
    private static final Duration LENGTH = Duration.ofHours(24);

    /** Flows beyond this are not simulated: the site is observed for less than a day. */
    private static final int MOST_FLOWS = 8_000;

    private HardSite() {}

    /** Ordinary traffic of a site. */
    public static Capture ordinary(SiteKind kind, long seed) {
        return Captures.of(kind.label() + "-" + seed, benign(kind, seed));
    }

    /** A site with an event. */
    public static Capture with(Event event, long seed) {
        return Captures.of(event.label() + "-" + seed, flows(event, seed));
    }

    /** The labelled flows of {@link #with}. */
    static List<Conn> flows(Event event, long seed) {
        List<Conn> flows = new ArrayList<>(benign(event.kind(), seed));
        Templates site = new Templates(List.copyOf(flows), new Random(31 * seed + event.ordinal()));
        if (event.isAttack()) {
            flows.addAll(episode(site, event, 0.05, 0.25));
        } else {
            flows.addAll(episode(site, Event.SLOW_SCAN, 0.05, 0.25));
            flows.addAll(episode(site, Event.SLOW_SCAN, 0.65, 0.95));
        }
        flows.addAll(episode(site, event, 0.6, 0.95));
        return flows;
    }

    private static List<Conn> episode(Templates site, Event event, double from, double to) {
        List<Conn> ordinary = site.matching(c -> true);
        long start = ordinary.get((int) (from * ordinary.size())).tsMicros();
        long end = ordinary.get((int) (to * ordinary.size())).tsMicros();
        return event.flows(site, start, end).stream()
                .map(
                        f ->
                                f.label(event.isAttack() ? "Malicious" : "Benign")
                                        .detailedLabel(event.label())
                                        .build())
                .toList();
    }

    private static List<Conn> benign(SiteKind kind, long seed) {
        Simulation one = Simulation.site(kind, seed).lasting(LENGTH);
        return one.flows(one.sites().get(0).name())
                .limit(MOST_FLOWS)
                .map(c -> c.toBuilder().label("Benign").detailedLabel(null).build())
                .toList();
    }
}
