// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.simulator.Simulation;
import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Small simulated captures that stand in for the real ones where those are not at hand. */
public final class SimulatedPairs {
    private static final int MOST = 3_000;
    private static final long SEED = 640_000;

    private SimulatedPairs() {}

    /** Six hours of a site without attacks. */
    public static Capture source(SiteKind kind) {
        return thinned(kind, Simulation.site(kind, SEED + 1).lasting(Duration.ofHours(6)));
    }

    /** Twelve hours of another site with every attack. */
    public static Capture target(SiteKind kind) {
        return thinned(
                kind,
                Simulation.site(kind, SEED + 2).lasting(Duration.ofHours(12)).withEveryAttack());
    }

    private static Capture thinned(SiteKind kind, Simulation one) {
        List<Conn> flows = one.flows(one.sites().get(0).name()).toList();
        int stride = 1 + flows.size() / MOST;
        List<Conn> kept = new ArrayList<>();
        for (int i = 0; i < flows.size(); i += stride) {
            kept.add(flows.get(i));
        }
        return Captures.of("simulated " + kind.label(), kept);
    }
}
