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
import java.util.ArrayList;
import java.util.List;

/**
 * One host, many ports. Closed ports refuse or, behind a filter, stay silent; open ones are probed
 * half-open.
 */
public record PortScan(Duration offset, Duration duration, double intensity) implements Attack {

    private static final int USUAL_PORTS = 300;
    private static final int HIGHEST_COMMON = 10_000;

    @Override
    public AttackFamily family() {
        return AttackFamily.PORT_SCAN;
    }

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        Host attacker = Intruder.anywhere(site, rng);
        Host victim = Intruder.victim(site, attacker, rng);
        double silent = rng.chance(0.3) ? rng.between(0.6, 0.95) : rng.between(0, 0.1);
        boolean connects = rng.chance(0.4);
        List<Integer> ports = ports(Burst.steps(this, USUAL_PORTS), rng);
        Burst.Step probe =
                (number, now, out) -> {
                    int port = ports.get(number % ports.size());
                    Server open = site.at(victim, port);
                    Ending closed = rng.chance(silent) ? Ending.UNANSWERED : Ending.REFUSED;
                    Ending answered = connects ? Ending.RESET_BY_ORIG : Ending.PROBED;
                    out.tcp(
                            Tcp.connect(now, attacker, victim, port)
                                    .ending(open == null ? closed : answered));
                };
        return Burst.of(this, USUAL_PORTS, rng.between(0, 0.8), from, rng, probe);
    }

    private static List<Integer> ports(int count, Rng rng) {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ports.add(rng.chance(0.8) ? rng.between(1, HIGHEST_COMMON) : rng.between(1, 65_535));
        }
        return ports;
    }
}
