// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.hard;

import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Captures;
import io.talon.simulator.Simulation;
import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Three days of a simulated site, ordinary or with an event. The event comes twice: early, where
 * triplets are drawn from, and late, where it is to be found; a benign event comes late only,
 * beside slow scans that stand for the attack a table needs.
 */
public final class HardSite {
    /** A day to draw triplets from, one to declare benign, one to test on: {@code Plan.HARD}. */
    private static final Duration LENGTH = Duration.ofDays(3);

    /** More flows would take long to score: the busiest hosts are left out. */
    private static final int MOST_FLOWS = 15_000;

    /** How long an event lasts, in µs: with it, a scan comes to a probe a minute. */
    private static final long EPISODE = Duration.ofMinutes(100).toMillis() * 1_000;

    /** When an event starts, as shares of the ordinary flows that have come. */
    private static final double EARLY = 0.05;

    private static final double LATE = 0.69;
    private static final double LATEST = 0.9;

    private final SiteKind kind;
    private final long seed;
    private final List<Conn> benign;

    private HardSite(SiteKind kind, long seed, List<Conn> benign) {
        this.kind = kind;
        this.seed = seed;
        this.benign = benign;
    }

    /** The site of a kind with a seed. */
    public static HardSite of(SiteKind kind, long seed) {
        Simulation one = Simulation.site(kind, seed).lasting(LENGTH);
        List<Conn> all =
                one.flows(one.sites().get(0).name())
                        .map(c -> c.toBuilder().label("Benign").detailedLabel(null).build())
                        .toList();
        return new HardSite(kind, seed, withoutTheBusiest(all));
    }

    /** Its ordinary traffic. */
    public Capture ordinary() {
        return Captures.of(kind.label() + "-" + seed, benign);
    }

    /**
     * The site with an event.
     *
     * @param event of its kind
     */
    public Capture with(Event event) {
        return Captures.of(event.label() + "-" + seed, flows(event));
    }

    private List<Conn> flows(Event event) {
        List<Conn> flows = new ArrayList<>(benign);
        Templates site = new Templates(benign, new Random(31 * seed + event.ordinal()));
        double late = LATE + (LATEST - LATE) * site.random().nextDouble();
        if (event.isAttack()) {
            flows.addAll(episode(site, event, EARLY));
        } else {
            flows.addAll(episode(site, Event.SLOW_SCAN, EARLY));
            flows.addAll(episode(site, Event.SLOW_SCAN, late));
        }
        flows.addAll(episode(site, event, late));
        return flows;
    }

    /** An episode that starts when a share of the flows has come. */
    private static List<Conn> episode(Templates site, Event event, double from) {
        List<Conn> ordinary = site.matching(c -> true);
        long start = ordinary.get((int) (from * ordinary.size())).tsMicros();
        return event.flows(site, start, start + EPISODE).stream()
                .map(
                        f ->
                                f.label(event.isAttack() ? "Malicious" : "Benign")
                                        .detailedLabel(event.label())
                                        .build())
                .toList();
    }

    /**
     * A smaller site that does all that the site does: hosts are let in by how few flows they
     * originate until it is full. Whoever is in has all its flows, so that every rhythm and order
     * is as it was.
     */
    private static List<Conn> withoutTheBusiest(List<Conn> all) {
        Map<String, Long> flows =
                all.stream().collect(Collectors.groupingBy(Conn::origH, Collectors.counting()));
        List<String> hosts = new ArrayList<>(flows.keySet());
        hosts.sort(Comparator.<String>comparingLong(flows::get).thenComparing(h -> h));
        Set<String> in = new HashSet<>();
        long kept = 0;
        for (String host : hosts) {
            kept += flows.get(host);
            if (in.isEmpty() || kept <= MOST_FLOWS) {
                in.add(host);
            }
        }
        return all.stream().filter(c -> in.contains(c.origH())).toList();
    }
}
