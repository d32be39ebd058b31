// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.Site;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rng;

/** From where an attack comes. */
final class Intruder {

    private Intruder() {}

    /** A host of the site that was taken over, a stranger in its net, or somebody outside. */
    static Host anywhere(Site site, Rng rng) {
        return rng.chance(0.35) ? site.addresses().external() : inside(site, rng);
    }

    /** A host of the site that was taken over, or a stranger in its net. */
    static Host inside(Site site, Rng rng) {
        return rng.chance(0.5) ? takenOver(site, rng) : site.addresses().local();
    }

    /** A host of the site that was taken over. */
    static Host takenOver(Site site, Rng rng) {
        return site.anyHost(rng);
    }

    /**
     * Somewhere outside: half of the time a host with which the site talks anyway, as behind a
     * shared front.
     */
    static Host collector(Site site, Rng rng) {
        return site.partners().isEmpty() || rng.chance(0.5)
                ? site.addresses().external()
                : rng.pick(site.partners());
    }

    /** A host other than the attacker. */
    static Host victim(Site site, Host attacker, Rng rng) {
        Host victim;
        do {
            victim = site.anyHost(rng);
        } while (victim.equals(attacker));
        return victim;
    }
}
