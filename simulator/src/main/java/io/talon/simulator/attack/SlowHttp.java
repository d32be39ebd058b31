// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.Server;
import io.talon.simulator.site.Site;
import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;
import java.time.Duration;
import java.util.List;

/**
 * Many connections to a web server, each kept open by a few bytes now and then, until the server
 * gives up.
 */
public record SlowHttp(Duration offset, Duration duration, double intensity) implements Attack {

    private static final List<Integer> WEB = List.of(80, 443, 8080, 8899);
    private static final int USUAL_CONNECTIONS = 160;

    @Override
    public AttackFamily family() {
        return AttackFamily.SLOW_HTTP;
    }

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        Host attacker = Intruder.anywhere(site, rng);
        List<Server> web = site.serversOn(WEB);
        Server victim = rng.pick(web.isEmpty() ? site.servers() : web);
        double patience = rng.between(25, 140);
        double pause = rng.between(4, 15);
        Ending end =
                rng.pick(
                        List.of(
                                Ending.RESET_BY_RESP,
                                Ending.CLOSED_BY_RESP,
                                Ending.RESET_BY_ORIG,
                                Ending.LEFT_OPEN));
        Burst.Step drip =
                (number, now, out) -> {
                    double seconds = patience * rng.between(0.7, 1.3);
                    int drops = Math.max(1, (int) (seconds / pause));
                    out.tcp(
                            Tcp.connect(now, attacker, victim.host(), victim.port())
                                    .service(victim.service())
                                    .bytes(
                                            230 + drops * rng.between(6, 14),
                                            end == Ending.CLOSED_BY_RESP ? 480 : 0)
                                    .messages(drops + 1, 1)
                                    .lasting(Micros.ofSeconds(seconds))
                                    .ending(end));
                };
        return Burst.of(this, USUAL_CONNECTIONS, rng.between(0, 0.9), from, rng, drip);
    }
}
