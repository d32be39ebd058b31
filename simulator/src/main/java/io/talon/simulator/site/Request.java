// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;

/**
 * A client connects, sends something, gets something, and is done. When the server is down it tries
 * again a few times.
 *
 * @param request median payload of the client, bytes
 * @param response median payload of the server, bytes
 * @param spread standard deviation of the logarithm of both
 * @param turns messages each way
 * @param think median time that the exchange takes beyond the network, seconds
 */
record Request(
        Host client,
        Server server,
        double request,
        double response,
        double spread,
        int turns,
        double think)
        implements Action {

    private static final int MOST_RETRIES = 3;

    /** A short exchange of one message each way. */
    static Request brief(Host client, Server server, double request, double response) {
        return new Request(client, server, request, response, 0.15, 1, 0.02);
    }

    @Override
    public void run(long now, Behaviour.Outlet out, Rng rng) {
        long at = now;
        Ending ending = server.ending(at, rng);
        for (int i = 0; i < MOST_RETRIES && !isUp(ending); i++) {
            out.tcp(Tcp.connect(at, client, server.host(), server.port()).ending(ending));
            at += Micros.ofSeconds(rng.logNormal(4, 0.6));
            ending = server.ending(at, rng);
        }
        out.tcp(
                Tcp.connect(at, client, server.host(), server.port())
                        .service(server.service())
                        .bytes(rng.logNormal(request, spread), rng.logNormal(response, spread))
                        .messages(turns, turns)
                        .lasting(Micros.ofSeconds(rng.logNormal(think * server.slowness(), 0.5)))
                        .ending(ending));
    }

    static boolean isUp(Ending ending) {
        return ending != Ending.UNANSWERED && ending != Ending.REFUSED;
    }
}
