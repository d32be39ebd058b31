// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Udp;

/**
 * One datagram out, one back: DNS, NTP, SNMP, CoAP.
 *
 * @param origPort 0 for an ephemeral one
 * @param service null where Zeek recognises nothing
 * @param question median payload, bytes
 * @param answer median payload, bytes
 * @param lostShare share of questions that nobody answers
 */
record Ask(
        Host client,
        int origPort,
        Host server,
        int port,
        String service,
        double question,
        double answer,
        double spread,
        double lostShare)
        implements Action {

    @Override
    public void run(long now, Behaviour.Outlet out, Rng rng) {
        double ask = rng.logNormal(question, spread);
        boolean lost = rng.chance(lostShare);
        int tries = lost ? rng.between(1, 3) : rng.chance(0.03) ? 2 : 1;
        double reply = lost ? 0 : rng.logNormal(answer, spread);
        long lasting = tries == 1 ? 0 : (tries - 1) * rng.between(900_000L, 5_100_000L);
        out.udp(
                new Udp(
                        now,
                        client,
                        origPort,
                        server,
                        port,
                        service,
                        tries,
                        ask * tries,
                        lost ? 0 : 1,
                        reply,
                        lasting));
    }

    static Ask dns(Host client, Host resolver, Rng rng) {
        return new Ask(
                client,
                0,
                resolver,
                53,
                "dns",
                rng.between(30, 45),
                rng.between(70, 160),
                0.3,
                0.004);
    }

    static Ask ntp(Host client, Host server) {
        return new Ask(client, 123, server, 123, "ntp", 48, 48, 0, 0.01);
    }
}
