// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Udp;
import java.util.List;

/**
 * Somebody opens a page: a name is looked up, then a few connections go to it, some of them QUIC. A
 * few sites get most of the visits.
 *
 * @param scale the site's own scale of sizes
 */
record Browse(Host person, Host resolver, List<Server> web, double scale) implements Action {

    private static final double POPULARITY = 2.2;

    @Override
    public void run(long now, Behaviour.Outlet out, Rng rng) {
        long at = now;
        if (rng.chance(0.55)) {
            out.udp(
                    Udp.ask(
                            at,
                            person,
                            resolver,
                            53,
                            "dns",
                            rng.between(30, 50),
                            rng.between(60, 260)));
            at += rng.between(2_000L, 90_000L);
        }
        Server site = web.get((int) (web.size() * StrictMath.pow(rng.unit(), POPULARITY)));
        boolean quic = rng.chance(0.18);
        for (int i = rng.chance(0.5) ? 1 : rng.between(2, 5); i > 0; i--) {
            double sent = rng.logNormal(1900 * scale, 0.7);
            double received = rng.logNormal(11_000 * scale, 1.5);
            if (quic) {
                int packets = 4 + (int) (received / 1200);
                out.udp(
                        new Udp(
                                at,
                                person,
                                0,
                                site.host(),
                                443,
                                "quic,ssl",
                                3 + packets / 3,
                                sent + 1200,
                                packets,
                                received,
                                Micros.ofSeconds(rng.logNormal(1.5, 1))));
            } else {
                new Request(
                                person,
                                site,
                                sent,
                                received,
                                0.1,
                                rng.between(2, 8),
                                rng.logNormal(1.2, 1.6))
                        .run(at, out, rng);
            }
            at += rng.between(1_000L, 400_000L);
        }
    }
}
