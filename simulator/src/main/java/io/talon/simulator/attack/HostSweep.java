// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.Server;
import io.talon.simulator.site.Site;
import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rng;
import io.talon.simulator.traffic.Tcp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One port, every address of the net: most are dead and silent, live hosts refuse, a few answer.
 * Each destination sees only a few flows of it.
 */
public record HostSweep(Duration offset, Duration duration, double intensity) implements Attack {

    private static final List<Integer> SOUGHT =
            List.of(22, 23, 80, 443, 445, 502, 554, 1883, 3389, 8080, 2323, 5555);
    private static final int USUAL_ADDRESSES = 140;

    @Override
    public AttackFamily family() {
        return AttackFamily.HOST_SWEEP;
    }

    @Override
    public Behaviour at(Site site, long from, Rng rng) {
        Host attacker = Intruder.inside(site, rng);
        int port = rng.pick(SOUGHT);
        List<Host> net = new ArrayList<>(site.addresses().net());
        net.remove(attacker);
        rng.shuffle(net);
        double filtered = rng.between(0.02, 0.2);
        Burst.Step probe =
                (number, now, out) -> {
                    Host target = net.get(number % net.size());
                    out.tcp(
                            Tcp.connect(now, attacker, target, port)
                                    .ending(answer(site, target, port, filtered, rng)));
                };
        return Burst.of(this, USUAL_ADDRESSES, rng.between(0, 0.8), from, rng, probe);
    }

    private static Ending answer(Site site, Host target, int port, double filtered, Rng rng) {
        Server open = site.at(target, port);
        if (open != null) {
            return Ending.PROBED;
        }
        boolean dead = !site.hosts().contains(target) || rng.chance(filtered);
        return dead ? Ending.UNANSWERED : Ending.REFUSED;
    }
}
