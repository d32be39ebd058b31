// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;

/** A monitor opens a port and closes it without a word. */
record PortCheck(Host monitor, Server server) implements Action {

    @Override
    public void run(long now, Behaviour.Outlet out, Rng rng) {
        Ending ending = server.ending(now, rng);
        Ending seen = Request.isUp(ending) ? Ending.CLOSED_BY_ORIG : ending;
        out.tcp(Tcp.connect(now, monitor, server.host(), server.port()).ending(seen));
    }
}
