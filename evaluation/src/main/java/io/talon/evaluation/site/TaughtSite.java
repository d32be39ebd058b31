// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.site;

import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.simulator.SimulatedSite;
import io.talon.simulator.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * A day of a simulated site: the first half teaches the base model with five triplets, the second
 * is for testing.
 *
 * @param name of the site
 * @param model as taught
 * @param test the second half, in the order of time
 * @param benign all benign flows of the day, in the order of time: what only the truth knows
 */
public record TaughtSite(
        String name, SiteModel model, List<LabelledSequence> test, List<Sequence> benign) {
    private static final int TRIPLETS = 5;

    /** More declared-benign flows teach no more and take longer. */
    private static final int MOST_BENIGN = 1_500;

    /** Teaches a site of a simulation with attacks. */
    public static TaughtSite of(SiteModel base, Simulation simulation, SimulatedSite site) {
        Destinations destinations = new Destinations();
        long middle =
                simulation.start().plus(simulation.duration().dividedBy(2)).toEpochMilli() * 1000;
        List<Sequence> benign = new ArrayList<>();
        List<Sequence> ordinary = new ArrayList<>();
        List<Sequence> attacks = new ArrayList<>();
        List<LabelledSequence> test = new ArrayList<>();
        simulation
                .labelledFlows(site.name())
                .forEach(
                        flow -> {
                            Sequence sequence = destinations.append(flow.conn());
                            String family = flow.episode().map(e -> e.family().label()).orElse("");
                            if (family.isEmpty()) {
                                ordinary.add(sequence);
                            }
                            if (flow.conn().endMicros() >= middle) {
                                test.add(new LabelledSequence(sequence, family));
                            } else {
                                (family.isEmpty() ? benign : attacks).add(sequence);
                            }
                        });
        int stride = 1 + benign.size() / MOST_BENIGN;
        List<Sequence> kept = new ArrayList<>();
        for (int i = 0; i < benign.size(); i += stride) {
            kept.add(benign.get(i));
        }
        Teaching taught = Teaching.of(base, kept, attacks, TRIPLETS, site.seed());
        return new TaughtSite(site.name(), taught.model(), test, ordinary);
    }
}
