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

/**
 * A host of the site asks its master for orders, by the clock with some jitter, in exchanges that
 * are nearly alike. The master is sometimes away.
 */
public record Beaconing(Duration offset, Duration duration, double intensity) implements Attack {

    private static final int USUAL_CALLS = 70;

    @Override
    public AttackFamily family() {
        return AttackFamily.BEACONING;
    }

    /** How a bot speaks with its master. */
    private record Channel(int port, String service) {}

    private static final List<Channel> CHANNELS =
            List.of(
                    new Channel(443, "ssl"),
                    new Channel(80, "http"),
                    new Channel(8080, "http"),
                    new Channel(443, null),
                    new Channel(6667, "irc"),
                    new Channel(4444, null));

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        Host bot = Intruder.takenOver(site, rng);
        Host master = Intruder.collector(site, rng);
        Channel channel = rng.pick(CHANNELS);
        double sent = rng.between(60, 700);
        double got = rng.between(40, 500);
        int turns = rng.between(1, 3);
        Ending usual =
                rng.pick(
                        List.of(
                                Ending.CLOSED_BY_ORIG,
                                Ending.CLOSED_BY_RESP,
                                Ending.RESET_BY_ORIG));
        double away = rng.between(0.01, 0.12);
        Burst.Step call =
                (number, now, out) -> {
                    boolean answered = !rng.chance(away);
                    boolean order = rng.chance(0.06);
                    out.tcp(
                            Tcp.connect(now, bot, master, channel.port())
                                    .service(channel.service())
                                    .bytes(
                                            sent + rng.between(-6, 6),
                                            got * (order ? 6 : 1) + rng.between(-4, 4))
                                    .messages(turns, turns)
                                    .lasting(Micros.ofSeconds(rng.between(0.05, 0.9)))
                                    .ending(answered ? usual : Ending.UNANSWERED));
                };
        return Burst.of(this, USUAL_CALLS, rng.between(0.75, 0.99), from, rng, call);
    }
}
