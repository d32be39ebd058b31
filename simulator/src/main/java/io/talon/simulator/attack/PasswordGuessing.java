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

/** One login after the other, nearly alike in size and length. */
public record PasswordGuessing(Duration offset, Duration duration, double intensity)
        implements Attack {

    private static final List<Integer> LOGINS = List.of(22, 80, 443, 445, 554, 1433, 1883, 3389);
    private static final int USUAL_GUESSES = 260;

    @Override
    public AttackFamily family() {
        return AttackFamily.PASSWORD_GUESSING;
    }

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        Host attacker = Intruder.anywhere(site, rng);
        List<Server> logins = site.serversOn(LOGINS);
        Server victim = rng.pick(logins.isEmpty() ? site.servers() : logins);
        boolean shell = victim.port() == 22;
        double sent = shell ? rng.between(1100, 1500) : rng.between(180, 900);
        double got = shell ? rng.between(1600, 2200) : rng.between(120, 1400);
        int turns = shell ? 8 : rng.between(1, 4);
        double seconds = shell ? rng.between(2, 5) : rng.between(0.05, 2.5);
        Ending usual =
                rng.pick(
                        List.of(
                                Ending.CLOSED_BY_ORIG,
                                Ending.CLOSED_BY_RESP,
                                Ending.RESET_BY_ORIG,
                                Ending.RESET_BY_RESP));
        Burst.Step guess =
                (number, now, out) -> {
                    Tcp tcp =
                            Tcp.connect(now, attacker, victim.host(), victim.port())
                                    .service(victim.service())
                                    .bytes(sent + rng.between(-8, 8), got + rng.between(-4, 4))
                                    .messages(turns, turns)
                                    .lasting(Micros.ofSeconds(seconds * rng.between(0.8, 1.3)))
                                    .ending(rng.chance(0.03) ? Ending.REFUSED : usual);
                    out.tcp(shell ? tcp.greetedByResp() : tcp);
                };
        return Burst.of(this, USUAL_GUESSES, rng.between(0.3, 0.95), from, rng, guess);
    }
}
