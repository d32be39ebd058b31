// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.Site;
import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Udp;
import java.time.Duration;

/** Datagrams to one host, to one port or to any, from many source ports; hardly any is answered. */
public record UdpFlood(Duration offset, Duration duration, double intensity) implements Attack {

    private static final int USUAL_FLOWS = 500;

    @Override
    public AttackFamily family() {
        return AttackFamily.UDP_FLOOD;
    }

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        Host attacker = Intruder.anywhere(site, rng);
        Host victim = Intruder.victim(site, attacker, rng);
        boolean anyPort = rng.chance(0.5);
        int port = rng.between(1, 65_535);
        double size = rng.between(200, 1400);
        double burst = rng.between(2, 60);
        Burst.Step volley =
                (number, now, out) -> {
                    int packets = rng.chance(0.6) ? 1 : 1 + (int) rng.exponential(burst);
                    long lasting = packets == 1 ? 0 : rng.between(Micros.MILLI, 2 * Micros.SECOND);
                    int to = anyPort ? rng.between(1, 65_535) : port;
                    out.udp(
                            Udp.send(
                                    now,
                                    attacker,
                                    victim,
                                    to,
                                    null,
                                    packets,
                                    packets * size,
                                    lasting));
                };
        return Burst.of(this, USUAL_FLOWS, rng.between(0, 0.6), from, rng, volley);
    }
}
