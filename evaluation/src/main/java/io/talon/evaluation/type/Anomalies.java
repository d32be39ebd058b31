// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.type.Example;
import io.talon.evaluation.site.LabelledSequence;
import io.talon.evaluation.site.TaughtSite;
import io.talon.simulator.SimulatedSite;
import io.talon.simulator.Simulation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Attack flows of sites, by family, as every space sees them. Not thread-safe. */
public final class Anomalies {
    /** Of each family and site: they resemble each other. */
    private static final int MOST = 60;

    /** More benign flows do not change statistics. */
    private static final int MOST_BENIGN = 1_500;

    private final SiteModel base;
    private final Map<TypeSpace, List<Example>> places = new EnumMap<>(TypeSpace.class);

    public Anomalies(SiteModel base) {
        this.base = base;
    }

    /** Adds the alerts of a taught site. */
    public void addAlerts(TaughtSite site) {
        Scorer scorer = site.model().newScorer();
        Map<String, List<Sequence>> found = new TreeMap<>();
        for (LabelledSequence flow : site.test()) {
            if (!flow.benign() && scorer.score(flow.sequence()).anomalous()) {
                found.computeIfAbsent(flow.family(), f -> new ArrayList<>()).add(flow.sequence());
            }
        }
        add(site.name(), site.model().site().normaliser(), found);
    }

    /** Adds all attack flows of a site of which the statistics of its first half are known. */
    public void addKnown(Simulation simulation, SimulatedSite site) {
        Destinations destinations = new Destinations();
        List<Sequence> benign = new ArrayList<>();
        Map<String, List<Sequence>> attacks = new TreeMap<>();
        simulation
                .labelledFlows(site.name())
                .forEach(
                        flow -> {
                            Sequence sequence = destinations.append(flow.conn());
                            flow.episode()
                                    .map(e -> e.family().label())
                                    .map(f -> attacks.computeIfAbsent(f, x -> new ArrayList<>()))
                                    .orElse(benign)
                                    .add(sequence);
                        });
        List<Sequence> half = benign.subList(0, (benign.size() + 1) / 2);
        String name = site.name() + "-" + simulation.seed();
        add(name, RobustStatistics.of(thinned(half, MOST_BENIGN)), attacks);
    }

    private void add(String site, Normaliser statistics, Map<String, List<Sequence>> families) {
        SiteView view = new SiteView(base, statistics);
        families.forEach(
                (family, flows) -> {
                    for (Sequence flow : thinned(flows, MOST)) {
                        for (TypeSpace space : TypeSpace.values()) {
                            places.computeIfAbsent(space, s -> new ArrayList<>())
                                    .add(new Example(family, site, space.place(view, flow)));
                        }
                    }
                });
    }

    private static List<Sequence> thinned(List<Sequence> all, int most) {
        int stride = 1 + (all.size() - 1) / most;
        List<Sequence> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i += stride) {
            kept.add(all.get(i));
        }
        return kept;
    }

    /** All of them, as a space sees them. */
    public List<Example> in(TypeSpace space) {
        return List.copyOf(places.getOrDefault(space, List.of()));
    }
}
