// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;

/** An administrator at an SSH prompt, sometimes after a mistyped password. */
record Shell(Host admin, Server server) implements Action {

    @Override
    public void run(long now, Behaviour.Outlet out, Rng rng) {
        long at = now;
        if (rng.chance(0.12)) {
            out.tcp(
                    connect(at, rng)
                            .bytes(rng.logNormal(1500, 0.1), rng.logNormal(2000, 0.1))
                            .messages(8, 8)
                            .lasting(Micros.ofSeconds(rng.logNormal(7, 0.4))));
            at += Micros.ofSeconds(rng.between(8, 20));
        }
        double minutes = rng.logNormal(6, 1.1);
        int keys = (int) Math.max(12, minutes * rng.between(10, 60));
        out.tcp(
                connect(at, rng)
                        .bytes(2200 + keys * 48.0, 2600 + keys * rng.logNormal(110, 0.5))
                        .messages(keys, keys)
                        .lasting(Micros.ofSeconds(minutes * 60)));
    }

    private Tcp connect(long at, Rng rng) {
        return Tcp.connect(at, admin, server.host(), server.port())
                .service(server.service())
                .greetedByResp()
                .ending(server.ending(at, rng));
    }
}
