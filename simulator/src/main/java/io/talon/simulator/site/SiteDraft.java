// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Link;
import io.talon.simulator.traffic.Rhythm;
import io.talon.simulator.traffic.Rng;
import java.util.ArrayList;
import java.util.List;

/** A site while it is being drawn. */
final class SiteDraft {

    private final Rng rng;
    private final long start;
    private final Link link;
    private final Rhythm rhythm;
    private final Addresses addresses;
    private final Host gateway;
    private final double periodScale;
    private final double payloadScale;
    private final double slowness;
    private final List<Host> hosts = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final List<Host> partners = new ArrayList<>();
    private final List<Site.Inhabitant> inhabitants = new ArrayList<>();

    SiteDraft(Rng rng, long start, Rhythm rhythm) {
        this.rng = rng;
        this.start = start;
        this.rhythm = rhythm;
        this.link = Link.draw(rng.fork("link"));
        this.addresses = new Addresses(rng.fork("addresses"));
        this.gateway = addresses.gateway();
        this.periodScale = rng.logNormal(1, 0.35);
        this.payloadScale = rng.logNormal(1, 0.45);
        this.slowness = rng.logNormal(1, 0.5);
        hosts.add(gateway);
    }

    Rng rng() {
        return rng;
    }

    Host gateway() {
        return gateway;
    }

    /** A new host of the site. */
    Host host() {
        Host host = addresses.local();
        hosts.add(host);
        return host;
    }

    List<Host> hosts(int count) {
        List<Host> more = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            more.add(host());
        }
        return more;
    }

    /** An address of the site at which nothing is any more. */
    Host abandoned() {
        return addresses.local();
    }

    /** A TCP port that answers, on a host of the site or outside. */
    Server server(Host host, int port, String service) {
        Server server =
                new Server(
                        host,
                        port,
                        service,
                        slowness,
                        rng.fork("server", servers.size() + 1000L * partners.size()));
        if (host.local()) {
            servers.add(server);
        }
        return server;
    }

    /** A server outside, on a host of its own. */
    Server partner(int port, String service) {
        Host host = addresses.external();
        partners.add(host);
        return server(host, port, service);
    }

    /** Something done by the clock; the period is in seconds, before the site's own scale. */
    void every(String name, double seconds, double jitter, Action action) {
        Rng own = rng.fork(name, inhabitants.size());
        double period = seconds * periodScale * 1e6;
        add(name, new Periodic(action, start, period, jitter, own));
    }

    /**
     * Something done by people; the mean is in seconds at the busiest time, before the site's own
     * scale.
     */
    void byPeople(String name, double meanSeconds, Action action) {
        Rng own = rng.fork(name, inhabitants.size());
        add(name, new ByPeople(action, start, rhythm, meanSeconds * periodScale * 1e6, own));
    }

    /** A connection that is kept open and opened again. */
    void session(String name, Host client, Server server, Session.Load load) {
        add(name, new Session(client, server, load, start, rng.fork(name, inhabitants.size())));
    }

    private void add(String name, Behaviour behaviour) {
        inhabitants.add(new Site.Inhabitant(name + "-" + inhabitants.size(), behaviour));
    }

    /** A typical size at this site, in bytes. */
    double size(double bytes) {
        return bytes * payloadScale;
    }

    Site finish() {
        return new Site(link, addresses, hosts, servers, partners, inhabitants);
    }
}
