// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;

/**
 * A connection that is kept open and carries a message now and then: MQTT with keep-alive, Modbus
 * polling, a stream. When it ends it is opened again at once.
 */
final class Session implements Behaviour {

    private final Host client;
    private final Server server;
    private final Load load;
    private final long first;
    private final Rng rng;

    /**
     * What goes over the session.
     *
     * @param hours median length of a session
     * @param interval seconds between two messages
     * @param request payload of a message of the client, bytes
     * @param response payload of a message of the server, bytes
     */
    record Load(double hours, double interval, double request, double response) {}

    Session(Host client, Server server, Load load, long start, Rng rng) {
        this.client = client;
        this.server = server;
        this.load = load;
        this.rng = rng;
        this.first = start + rng.between(0L, Micros.ofSeconds(load.hours() * 3600 / 4));
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long act(long now, Outlet out) {
        Ending ending = server.ending(now, rng);
        Tcp tcp = Tcp.connect(now, client, server.host(), server.port()).ending(ending);
        if (!Request.isUp(ending)) {
            out.tcp(tcp);
            return now + Micros.ofSeconds(rng.logNormal(12, 0.7));
        }
        double seconds = rng.logNormal(load.hours() * 3600, 0.5);
        int messages = Math.max(1, (int) (seconds / load.interval()));
        out.tcp(
                tcp.service(server.service())
                        .messages(messages, messages)
                        .bytes(
                                messages * rng.logNormal(load.request(), 0.1),
                                messages * rng.logNormal(load.response(), 0.1))
                        .lasting(Micros.ofSeconds(seconds)));
        return now + Micros.ofSeconds(seconds + rng.logNormal(3, 0.8));
    }
}
