// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rng;
import java.util.List;

/** A TCP port that answers, most of the time. */
public final class Server {

    private static final List<Ending> RARE =
            List.of(
                    Ending.RESET_BY_ORIG,
                    Ending.RESET_BY_RESP,
                    Ending.LEFT_OPEN,
                    Ending.HALF_CLOSED_BY_ORIG,
                    Ending.HALF_CLOSED_BY_RESP);

    private final Host host;
    private final int port;
    private final String service;
    private final Outages outages;
    private final Ending usual;
    private final double rareShare;
    private final double failShare;
    private final double slowness;

    Server(Host host, int port, String service, double siteSlowness, Rng rng) {
        this.host = host;
        this.port = port;
        this.service = service;
        this.outages = new Outages(rng, rng.between(0.1, 0.7));
        this.usual =
                rng.chance(0.65)
                        ? Ending.CLOSED_BY_ORIG
                        : rng.chance(0.6)
                                ? Ending.CLOSED_BY_RESP
                                : rng.pick(List.of(Ending.RESET_BY_ORIG, Ending.RESET_BY_RESP));
        this.rareShare = rng.between(0.02, 0.15);
        this.slowness = rng.logNormal(siteSlowness, 0.3);
        this.failShare = rng.between(0.0005, 0.006);
    }

    public Host host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** What Zeek recognises in its connections; null for nothing. */
    public String service() {
        return service;
    }

    /** How long it takes over its answers, as a multiple of the usual. */
    double slowness() {
        return slowness;
    }

    /** How a connection begun at this time ends. */
    public Ending ending(long now, Rng rng) {
        Ending outage = outages.at(now);
        if (outage != null) {
            return outage;
        }
        if (rng.chance(failShare)) {
            return rng.chance(0.7) ? Ending.UNANSWERED : Ending.REFUSED;
        }
        return rng.chance(rareShare) ? rng.pick(RARE) : usual;
    }
}
