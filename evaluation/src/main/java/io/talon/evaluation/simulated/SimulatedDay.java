// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.simulated;

import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.simulator.SimulatedSite;
import io.talon.simulator.Simulation;
import io.talon.simulator.attack.AttackFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A day of one simulated site, cut in time: attacks of every family and benign flows to learn from,
 * benign flows to calibrate on, and the rest to be tested on. Histories run through the cuts, as in
 * a stream.
 */
final class SimulatedDay {
    private static final double CALIBRATE_FROM = 0.40;
    private static final double TEST_FROM = 0.50;

    /** A sequence and what made the flow that ends it. */
    record Labelled(Sequence sequence, Optional<AttackFamily> family) {
        boolean benign() {
            return family.isEmpty();
        }

        String uid() {
            return sequence.uid();
        }
    }

    private final List<Labelled> adapt = new ArrayList<>();
    private final List<Labelled> calibrate = new ArrayList<>();
    private final List<Labelled> test = new ArrayList<>();

    SimulatedDay(Simulation simulation, SimulatedSite site) {
        Destinations destinations = new Destinations();
        long start = simulation.start().toEpochMilli() * 1000;
        double micros = simulation.duration().toMillis() * 1e3;
        simulation
                .labelledFlows(site.name())
                .forEach(
                        flow -> {
                            double share = (flow.conn().endMicros() - start) / micros;
                            part(share)
                                    .add(
                                            new Labelled(
                                                    destinations.append(flow.conn()),
                                                    flow.episode().map(e -> e.family())));
                        });
    }

    private List<Labelled> part(double share) {
        if (share < CALIBRATE_FROM) {
            return adapt;
        }
        return share < TEST_FROM ? calibrate : test;
    }

    List<Sequence> adapt() {
        return adapt.stream().map(Labelled::sequence).toList();
    }

    List<Labelled> adapt(Predicate<Labelled> wanted) {
        return adapt.stream().filter(wanted).toList();
    }

    List<Sequence> calibrate() {
        return calibrate.stream().filter(Labelled::benign).map(Labelled::sequence).toList();
    }

    List<Labelled> test() {
        return test;
    }
}
