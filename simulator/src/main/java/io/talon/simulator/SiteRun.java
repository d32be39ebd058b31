// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import io.talon.simulator.site.Site;
import io.talon.simulator.traffic.Actor;
import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Timeline;
import io.talon.simulator.traffic.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Brings a site to life: everybody on its own wire and with its own random stream, and the label on
 * every flow.
 */
final class SiteRun {

    private static final String BENIGN = "Benign";
    private static final String MALICIOUS = "Malicious";

    private final Simulation simulation;
    private final SimulatedSite planned;

    SiteRun(Simulation simulation, SimulatedSite planned) {
        this.simulation = simulation;
        this.planned = planned;
    }

    Stream<SimulatedFlow> flows() {
        long start = micros(simulation.start());
        Rng rng = new Rng(planned.seed()).fork(planned.kind().label());
        Site site = planned.kind().draw(rng.fork("site"), start);
        List<Actor> actors = new ArrayList<>();
        for (Site.Inhabitant inhabitant : site.inhabitants()) {
            Wire wire = new Wire(site.link(), rng.fork(inhabitant.name()));
            actors.add(new Actor(inhabitant.behaviour(), wire, conn -> conn.label(BENIGN), null));
        }
        Rng attacks = new Rng(simulation.seed()).fork("attacks", planned.seed());
        for (Episode episode : simulation.episodes(planned.name())) {
            Rng own = attacks.fork(episode.family().label(), episode.number());
            Behaviour behaviour = episode.attack().at(site, micros(episode.from()), own);
            String family = episode.family().label();
            actors.add(
                    new Actor(
                            behaviour,
                            new Wire(site.link(), own),
                            conn -> conn.label(MALICIOUS).detailedLabel(family),
                            episode));
        }
        Timeline timeline =
                new Timeline(actors, micros(simulation.start().plus(simulation.duration())));
        int order = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(timeline, order), false)
                .map(
                        flow ->
                                new SimulatedFlow(
                                        flow.conn(), Optional.ofNullable((Episode) flow.source())));
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }
}
