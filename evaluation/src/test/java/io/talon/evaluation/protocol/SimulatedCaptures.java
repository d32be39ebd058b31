// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.simulator.Simulation;
import io.talon.simulator.site.SiteKind;
import java.time.Duration;

/** Small captures for tests. */
final class SimulatedCaptures {
    private SimulatedCaptures() {}

    static Capture benign(SiteKind kind, long seed) {
        Simulation one = Simulation.site(kind, seed).lasting(Duration.ofHours(3));
        String name = one.sites().get(0).name();
        return Captures.of(name, one.flows(name).toList());
    }

    static Capture attacked(SiteKind kind, long seed) {
        Simulation one = Simulation.site(kind, seed).lasting(Duration.ofHours(6)).withEveryAttack();
        String name = one.sites().get(0).name();
        return Captures.of(name, one.flows(name).toList());
    }
}
