// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Udp;

/** Datagrams to a group or a collector that never answers: mDNS, LLMNR, WS-Discovery, syslog. */
record Announce(
        Host sender, int origPort, Host group, int port, String service, double size, int most)
        implements Action {

    static final Host MDNS = new Host("224.0.0.251", true);
    static final Host LLMNR = new Host("224.0.0.252", true);
    static final Host DISCOVERY = new Host("239.255.255.250", true);

    static Announce mdns(Host sender, double size) {
        return new Announce(sender, 5353, MDNS, 5353, "dns", size, 4);
    }

    @Override
    public void run(long now, Behaviour.Outlet out, Rng rng) {
        int packets = rng.chance(0.6) ? 1 : rng.between(1, most);
        double bytes = packets * rng.logNormal(size, 0.3);
        long lasting = (packets - 1) * rng.between(Micros.SECOND / 10, 2 * Micros.SECOND);
        out.udp(
                Udp.send(now, sender, group, port, service, packets, bytes, lasting)
                        .fromPort(origPort));
    }
}
