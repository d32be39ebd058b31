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
import java.util.ArrayList;
import java.util.List;

/**
 * A host that is no master writes to controllers: requests that carry data, answers that merely
 * echo them.
 */
public record ModbusWrite(Duration offset, Duration duration, double intensity) implements Attack {

    private static final int MODBUS = 502;
    private static final int USUAL_CONNECTIONS = 60;
    private static final int MOST_VICTIMS = 4;

    @Override
    public AttackFamily family() {
        return AttackFamily.MODBUS_WRITE;
    }

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        List<Server> controllers = new ArrayList<>(site.serversOn(List.of(MODBUS)));
        if (controllers.isEmpty()) {
            throw new IllegalArgumentException(
                    "modbus-write needs a site with Modbus devices (plant)");
        }
        Host attacker = Intruder.inside(site, rng);
        controllers.removeIf(c -> c.host().equals(attacker));
        rng.shuffle(controllers);
        List<Server> victims =
                controllers.subList(0, Math.min(controllers.size(), rng.between(1, MOST_VICTIMS)));
        int registers = rng.between(8, 100);
        Burst.Step write =
                (number, now, out) -> {
                    Server victim = rng.pick(victims);
                    int writes = rng.between(1, 12);
                    out.tcp(
                            Tcp.connect(now, attacker, victim.host(), victim.port())
                                    .service(victim.service())
                                    .bytes(writes * (13 + 2.0 * registers), writes * 12.0)
                                    .messages(writes, writes)
                                    .lasting(Micros.ofSeconds(writes * rng.between(0.02, 0.3)))
                                    .ending(
                                            rng.chance(0.2)
                                                    ? Ending.RESET_BY_ORIG
                                                    : Ending.CLOSED_BY_ORIG));
                };
        return Burst.of(this, USUAL_CONNECTIONS, rng.between(0, 0.8), from, rng, write);
    }
}
