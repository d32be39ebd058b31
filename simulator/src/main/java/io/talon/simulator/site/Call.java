// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Udp;

/** A voice or video call through a relay: minutes of datagrams both ways. */
record Call(Host person, Host relay) implements Action {

    private static final int RELAY_PORT = 3478;

    @Override
    public void run(long now, Behaviour.Outlet out, Rng rng) {
        double seconds = rng.logNormal(700, 0.9);
        double perSecond = rng.between(40, 180);
        int packets = (int) (seconds * perSecond) + 1;
        double size = rng.between(120, 950);
        out.udp(
                new Udp(
                        now,
                        person,
                        0,
                        relay,
                        RELAY_PORT,
                        null,
                        packets,
                        packets * size,
                        packets,
                        packets * size * rng.between(0.8, 1.2),
                        Micros.ofSeconds(seconds)));
    }
}
