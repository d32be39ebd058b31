// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.Server;
import io.talon.simulator.site.Site;
import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;
import java.time.Duration;

/**
 * SYNs to one server until its queue is full: some are still answered and left half-open, most are
 * not.
 */
public record SynFlood(Duration offset, Duration duration, double intensity) implements Attack {

    private static final int USUAL_FLOWS = 1200;

    @Override
    public AttackFamily family() {
        return AttackFamily.SYN_FLOOD;
    }

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        Host attacker = Intruder.inside(site, rng);
        boolean forged = rng.chance(0.5);
        Server victim = rng.pick(site.servers());
        double answered = rng.between(0.02, 0.25);
        Burst.Step syn =
                (number, now, out) -> {
                    Host sender = forged ? site.addresses().external() : attacker;
                    Ending ending = rng.chance(answered) ? Ending.HALF_OPEN : Ending.UNANSWERED;
                    out.tcp(Tcp.connect(now, sender, victim.host(), victim.port()).ending(ending));
                };
        return Burst.of(this, USUAL_FLOWS, rng.between(0, 0.6), from, rng, syn);
    }
}
