// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import io.talon.simulator.attack.Attack;
import io.talon.simulator.attack.AttackPlan;
import io.talon.simulator.site.SiteKind;
import io.talon.simulator.traffic.Rng;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up traffic of some sites over some time, with its ground truth. The same simulation gives
 * the same flows, byte by byte, on every machine; sites do not influence each other, and attacks do
 * not change a site's benign flows.
 *
 * @param seed of the attacks; every site has its own besides
 * @param start first moment
 * @param duration flows that would end later are not written
 */
public record Simulation(long seed, Instant start, Duration duration, List<SimulatedSite> sites) {

    /** A Monday. */
    public static final Instant USUAL_START = Instant.parse("2026-01-05T00:00:00Z");

    /** One day. */
    public static final Duration USUAL_DURATION = Duration.ofHours(24);

    /** Checks that the names of the sites differ. */
    public Simulation {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "the duration is " + duration + "; it must be above 0");
        }
        sites = List.copyOf(sites);
        Set<String> names = new HashSet<>();
        for (SimulatedSite site : sites) {
            if (!names.add(site.name())) {
                throw new IllegalArgumentException("two sites are called " + site.name());
            }
        }
    }

    /**
     * One site of each kind for a day, each with three episodes of every attack family ({@link
     * AttackPlan}).
     */
    public static Simulation standard(long seed) {
        return ofKinds(List.of(SiteKind.values()), seed).withEveryAttack();
    }

    /**
     * A site for each entry, without attacks. Its name is that of its kind, with a number where the
     * kind comes more than once.
     */
    public static Simulation ofKinds(List<SiteKind> kinds, long seed) {
        List<SimulatedSite> sites = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            SiteKind kind = kinds.get(i);
            int number = Collections.frequency(kinds.subList(0, i + 1), kind);
            boolean only = Collections.frequency(kinds, kind) == 1;
            sites.add(
                    drawn("shown", kind, number, seed)
                            .named(only ? kind.label() : kind.label() + "-" + number));
        }
        return of(seed, sites);
    }

    /** One site for a day, without attacks; its name is {@code kind-seed}. */
    public static Simulation site(SiteKind kind, long seed) {
        return of(seed, List.of(SimulatedSite.benign(kind, seed)));
    }

    /**
     * So many sites of each kind for a day, without attacks; all of them different from each other
     * and from those of {@link #ofKinds} and {@link #standard} of any seed.
     */
    public static Simulation benign(int sitesPerKind, long seed) {
        List<SimulatedSite> sites = new ArrayList<>();
        for (SiteKind kind : SiteKind.values()) {
            for (int i = 1; i <= sitesPerKind; i++) {
                sites.add(drawn("benign", kind, i, seed).named(kind.label() + "-" + i));
            }
        }
        return of(seed, sites);
    }

    private static SimulatedSite drawn(String purpose, SiteKind kind, int number, long seed) {
        Rng rng = new Rng(seed).fork(purpose).fork(kind.label(), number);
        return SimulatedSite.benign(kind, rng.nextLong());
    }

    /** These sites for the usual day. */
    public static Simulation of(long seed, List<SimulatedSite> sites) {
        return new Simulation(seed, USUAL_START, USUAL_DURATION, sites);
    }

    /** The same for another length of time; planned attacks keep their offsets. */
    public Simulation lasting(Duration other) {
        return new Simulation(seed, start, other, sites);
    }

    /** The same at another time. */
    public Simulation startingAt(Instant other) {
        return new Simulation(seed, other, duration, sites);
    }

    /**
     * The same sites, each with three episodes of every attack family, spread as {@link AttackPlan}
     * says.
     */
    public Simulation withEveryAttack() {
        return new Simulation(
                seed,
                start,
                duration,
                sites.stream()
                        .map(
                                s ->
                                        s.attackedBy(
                                                AttackPlan.everyFamily(
                                                        s.kind(),
                                                        duration,
                                                        new Rng(seed)
                                                                .fork("plan", s.seed())
                                                                .nextLong())))
                        .toList());
    }

    /** The same with one further attack at one site. */
    public Simulation withAttack(String site, Attack attack) {
        named(site);
        return new Simulation(
                seed,
                start,
                duration,
                sites.stream()
                        .map(
                                s ->
                                        s.name().equals(site)
                                                ? s.attackedBy(append(s.attacks(), attack))
                                                : s)
                        .toList());
    }

    private static List<Attack> append(List<Attack> attacks, Attack attack) {
        List<Attack> more = new ArrayList<>(attacks);
        more.add(attack);
        return more;
    }

    /**
     * The flows of a site in the order in which they end, lazily, with {@code label} and {@code
     * detailedLabel}.
     */
    public Stream<Conn> flows(String site) {
        return labelledFlows(site).map(SimulatedFlow::conn);
    }

    /** The flows of a site in the order in which they end, lazily, each with its episode. */
    public Stream<SimulatedFlow> labelledFlows(String site) {
        return new SiteRun(this, named(site)).flows();
    }

    /** The attacks on a site in the order of time. */
    public List<Episode> episodes(String site) {
        List<Attack> attacks =
                named(site).attacks().stream()
                        .sorted(Comparator.comparing(Attack::offset))
                        .toList();
        return IntStream.range(0, attacks.size())
                .mapToObj(
                        i -> {
                            Attack a = attacks.get(i);
                            Instant from = start.plus(a.offset());
                            return new Episode(
                                    site, i + 1, a.family(), from, from.plus(a.duration()), a);
                        })
                .toList();
    }

    private SimulatedSite named(String site) {
        return sites.stream()
                .filter(s -> s.name().equals(site))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no site "
                                                + site
                                                + " among "
                                                + sites.stream()
                                                        .map(SimulatedSite::name)
                                                        .toList()));
    }
}
