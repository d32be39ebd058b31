// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;
import java.util.List;

/**
 * Now and then a vendor publishes new firmware, and a whole fleet fetches it within hours: a burst,
 * not an attack.
 */
record FirmwareDay(List<Host> fleet, Server vendor, double image) implements Action {

    @Override
    public void run(long now, Behaviour.Outlet out, Rng rng) {
        for (Host device : fleet) {
            long at = now + Micros.ofSeconds(rng.between(0, 2 * 3600.0));
            out.tcp(
                    Tcp.connect(at, device, vendor.host(), vendor.port())
                            .service(vendor.service())
                            .bytes(rng.logNormal(900, 0.2), image * rng.between(0.98, 1.02))
                            .messages(3, 3)
                            .ending(vendor.ending(at, rng)));
        }
    }
}
