// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.simulator.Simulation;
import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Captures for tests, at most some 1,500 flows. */
public final class SimulatedCaptures {
    private static final int MOST = 1_500;

    private SimulatedCaptures() {}

    /** Three hours without attacks. */
    public static Capture benign(SiteKind kind, long seed) {
        return thinned(Simulation.site(kind, seed).lasting(Duration.ofHours(3)));
    }

    /** Six hours with every attack. */
    public static Capture attacked(SiteKind kind, long seed) {
        return thinned(Simulation.site(kind, seed).lasting(Duration.ofHours(6)).withEveryAttack());
    }

    private static Capture thinned(Simulation one) {
        String name = one.sites().get(0).name();
        List<Conn> flows = one.flows(name).toList();
        int stride = 1 + flows.size() / MOST;
        return Captures.of(
                name,
                IntStream.range(0, flows.size())
                        .filter(i -> i % stride == 0)
                        .mapToObj(flows::get)
                        .toList());
    }
}
