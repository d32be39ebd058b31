// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Udp;
import java.util.List;

/** What every networked thing does besides its job: names, time, leases, being watched. */
final class Housekeeping {

    private final SiteDraft site;
    private final Host clock;
    private final double clockSeconds;
    private final double nameSeconds;
    private final double leaseHours;

    Housekeeping(SiteDraft site) {
        Rng rng = site.rng().fork("housekeeping");
        this.site = site;
        this.clock = rng.chance(0.5) ? site.gateway() : site.partner(443, "ssl").host();
        this.clockSeconds = rng.between(500, 3000);
        this.nameSeconds = rng.between(400, 2400);
        this.leaseHours = rng.between(4, 20);
    }

    /** Names, time and leases for these hosts. */
    void look(List<Host> hosts, boolean announces) {
        for (Host host : hosts) {
            Rng rng = site.rng();
            site.every("ntp", clockSeconds, 0.02, Ask.ntp(host, clock));
            site.every("dns", nameSeconds, 0.4, Ask.dns(host, site.gateway(), rng));
            site.every(
                    "dhcp",
                    leaseHours * 3600,
                    0.03,
                    (now, out, r) ->
                            out.udp(
                                    Udp.ask(
                                                    now,
                                                    host,
                                                    site.gateway(),
                                                    67,
                                                    "dhcp",
                                                    300,
                                                    r.pick(List.of(300, 308)))
                                            .fromPort(68)));
            if (announces && rng.chance(0.6)) {
                site.every(
                        "mdns", rng.between(900, 5400), 0.3, Announce.mdns(host, site.size(180)));
            }
        }
    }

    /** A monitor that pings these hosts and looks at their ports. */
    void watch(Host monitor, List<Host> hosts, List<Server> servers) {
        Rng rng = site.rng();
        double seconds = rng.between(400, 1800);
        int pings = rng.between(1, 4);
        int payload = rng.pick(List.of(32, 56, 64));
        for (Host host : hosts) {
            site.every(
                    "ping",
                    seconds,
                    0.01,
                    (now, out, r) ->
                            out.ping(now, monitor, host, pings, payload, !r.chance(0.004)));
        }
        for (Server server : servers) {
            site.every("check", rng.between(200, 1200), 0.01, new PortCheck(monitor, server));
        }
    }
}
