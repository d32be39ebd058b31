// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.simulated;

import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.sequence.SequenceSample;
import io.talon.simulator.Simulation;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated sites that the shipped model learns from: some of every kind for a day, without
 * attacks. Evaluation uses other seeds, so that it meets other sites.
 *
 * @param perKind sites of every kind
 * @param seed of the sites
 * @param mostFlows sequences taken of each site, drawn at random
 */
public record BaseSites(int perKind, long seed, int mostFlows) {
    /** What the shipped model is trained on. */
    public static final BaseSites SHIPPED = new BaseSites(6, 20_260_101L, 3000);

    /** Called with what was simulated. */
    @FunctionalInterface
    public interface Listener {
        /** A site of so many flows was simulated, and so many sequences of it taken. */
        void site(String name, int flows, int sequences);
    }

    /** Benign sequences of each site, in the order of time. */
    public List<List<Sequence>> sequences(Listener listener) {
        Simulation simulation = Simulation.benign(perKind, seed);
        List<List<Sequence>> sites = new ArrayList<>();
        simulation
                .sites()
                .forEach(
                        site -> {
                            List<Conn> flows = simulation.flows(site.name()).toList();
                            List<Sequence> sample =
                                    SequenceSample.of(flows, mostFlows, site.seed());
                            sites.add(sample);
                            listener.site(site.name(), flows.size(), sample.size());
                        });
        return sites;
    }
}
