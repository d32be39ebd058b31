// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Link;
import io.talon.simulator.traffic.Rng;
import java.util.List;

/**
 * A site drawn from a seed: its hosts, and what they do all day. The same seed gives the same site.
 *
 * @param link how packets travel here
 * @param addresses where further addresses come from (of strangers)
 * @param hosts the site's own hosts, servers included
 * @param servers TCP ports that answer here
 * @param partners hosts outside with which the site's own talk every day
 * @param inhabitants what goes on, each under a name of its own
 */
public record Site(
        Link link,
        Addresses addresses,
        List<Host> hosts,
        List<Server> servers,
        List<Host> partners,
        List<Inhabitant> inhabitants) {

    /** A behaviour under a name. */
    public record Inhabitant(String name, Behaviour behaviour) {}

    /** Copies the lists. */
    public Site {
        hosts = List.copyOf(hosts);
        servers = List.copyOf(servers);
        partners = List.copyOf(partners);
        inhabitants = List.copyOf(inhabitants);
    }

    /** The servers on one of these ports. */
    public List<Server> serversOn(List<Integer> ports) {
        return servers.stream().filter(s -> ports.contains(s.port())).toList();
    }

    /** Whether something answers there. */
    public Server at(Host host, int port) {
        return servers.stream()
                .filter(s -> s.port() == port && s.host().equals(host))
                .findFirst()
                .orElse(null);
    }

    /** Some host of the site, each as likely. */
    public Host anyHost(Rng rng) {
        return rng.pick(hosts);
    }
}
