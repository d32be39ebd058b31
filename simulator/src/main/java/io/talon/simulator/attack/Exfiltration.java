// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.Site;
import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;
import java.time.Duration;
import java.util.List;

/** A host of the site sends data out in pieces: much goes up, little comes back. */
public record Exfiltration(Duration offset, Duration duration, double intensity) implements Attack {

    private static final int USUAL_PIECES = 40;

    /** A way out. */
    private record Way(int port, String service) {}

    private static final List<Way> WAYS =
            List.of(
                    new Way(443, "ssl"),
                    new Way(443, "ssl"),
                    new Way(22, "ssh"),
                    new Way(8443, null),
                    new Way(21, "ftp-data"));

    @Override
    public AttackFamily family() {
        return AttackFamily.EXFILTRATION;
    }

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        Host thief = Intruder.takenOver(site, rng);
        Host drop = Intruder.collector(site, rng);
        Way way = rng.pick(WAYS);
        double piece = rng.logNormal(2.5e7, 0.9);
        double spread = rng.between(0.05, 0.5);
        Burst.Step send =
                (number, now, out) ->
                        out.tcp(
                                Tcp.connect(now, thief, drop, way.port())
                                        .service(way.service())
                                        .bytes(
                                                rng.logNormal(piece, spread),
                                                rng.logNormal(3000, 0.4))
                                        .messages(10, 10)
                                        .lasting(Micros.ofSeconds(rng.between(0.5, 4)))
                                        .ending(
                                                rng.chance(0.05)
                                                        ? Ending.RESET_BY_ORIG
                                                        : Ending.CLOSED_BY_ORIG));
        return Burst.of(this, USUAL_PIECES, rng.between(0, 0.8), from, rng, send);
    }
}
