// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;
import io.talon.simulator.traffic.Udp;
import java.util.List;

/**
 * What goes wrong at every site without anybody's ill will: so that a failed connection is no sign
 * of an attack.
 */
final class Troubles {

    private static final List<Integer> FORGOTTEN =
            List.of(80, 443, 445, 1883, 8080, 8883, 9100, 3306, 5000, 21, 502);
    private static final List<Integer> INVENTORY = List.of(22, 80, 443, 445, 8080, 161, 23);

    private Troubles() {}

    static void add(SiteDraft site, List<Host> hosts, Host monitor) {
        Rng rng = site.rng().fork("troubles");
        for (int i = rng.between(1, 3); i > 0; i--) {
            clientOfNobody(site, rng.pick(hosts), site.abandoned(), Ending.UNANSWERED, rng);
        }
        for (int i = rng.between(1, 3); i > 0; i--) {
            clientOfNobody(site, rng.pick(hosts), rng.pick(hosts), Ending.REFUSED, rng);
        }
        for (Host host : hosts) {
            site.every(
                    "reboot", rng.between(1.5, 6) * 86_400, 0.5, new Reboot(host, site.gateway()));
        }
        site.every(
                "inventory",
                rng.between(5, 26) * 3600,
                0.1,
                new Inventory(monitor, hosts, rng.between(2, 4)));
    }

    /** A host that was configured for a server which is gone, or for a port which is closed. */
    private static void clientOfNobody(
            SiteDraft site, Host client, Host server, Ending ending, Rng rng) {
        int port = rng.pick(FORGOTTEN);
        site.every(
                "forgotten",
                rng.between(240, 3600),
                rng.between(0.02, 0.4),
                (now, out, r) -> {
                    if (!client.equals(server)) {
                        out.tcp(Tcp.connect(now, client, server, port).ending(ending));
                    }
                });
    }

    /** A host comes up again: a lease, the time, some names. */
    private record Reboot(Host host, Host gateway) implements Action {

        @Override
        public void run(long now, Behaviour.Outlet out, Rng rng) {
            out.udp(Udp.ask(now, host, gateway, 67, "dhcp", 310, 310).fromPort(68));
            for (int i = rng.between(2, 6); i > 0; i--) {
                long at = now + Micros.ofSeconds(rng.between(0.5, 20));
                out.udp(
                        Udp.ask(
                                at,
                                host,
                                gateway,
                                53,
                                "dns",
                                rng.between(30, 45),
                                rng.between(60, 160)));
            }
        }
    }

    /** The administrators' own look at what is there: a few ports of every host, unhurried. */
    private record Inventory(Host monitor, List<Host> hosts, int ports) implements Action {

        @Override
        public void run(long now, Behaviour.Outlet out, Rng rng) {
            long at = now;
            for (Host host : hosts) {
                for (int i = 0; i < ports; i++) {
                    at += Micros.ofSeconds(rng.exponential(1.5));
                    Ending ending =
                            rng.pick(
                                    List.of(
                                            Ending.REFUSED,
                                            Ending.REFUSED,
                                            Ending.REFUSED,
                                            Ending.UNANSWERED,
                                            Ending.CLOSED_BY_ORIG));
                    out.tcp(Tcp.connect(at, monitor, host, rng.pick(INVENTORY)).ending(ending));
                }
            }
        }
    }
}
