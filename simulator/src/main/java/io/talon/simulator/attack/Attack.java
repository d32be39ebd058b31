// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.Site;
import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Rng;
import java.time.Duration;

/**
 * One episode of one family of attacks at one site. Attackers, victims and tools are drawn from the
 * site's and the episode's seed. About half of the victims are hosts that also have benign traffic;
 * the others are seen only in the attack.
 */
public sealed interface Attack
        permits Beaconing,
                Exfiltration,
                HostSweep,
                ModbusWrite,
                PasswordGuessing,
                PortScan,
                SlowHttp,
                SynFlood,
                UdpFlood {

    /** Which family it belongs to: the {@code detailedlabel} of its flows. */
    AttackFamily family();

    /** When it begins, counted from the start of the simulation. */
    Duration offset();

    /** How long it goes on. Flows that it opened may end later. */
    Duration duration();

    /**
     * How many flows in that time, as a multiple of the usual; above 0. About 25 are the fewest.
     */
    double intensity();

    /**
     * The attack at a site.
     *
     * @param from when it begins, microseconds since 1970
     * @param rng the episode's own stream
     */
    Behaviour at(Site site, long from, Rng rng);
}
