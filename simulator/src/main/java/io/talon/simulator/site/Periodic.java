// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Rng;

/** Acts by the clock: every period, give or take. */
final class Periodic implements Behaviour {

    private final Action action;
    private final double period;
    private final double jitter;
    private final long first;
    private final Rng rng;

    /**
     * @param period microseconds
     * @param jitter standard deviation as a share of the period
     */
    Periodic(Action action, long start, double period, double jitter, Rng rng) {
        this.action = action;
        this.period = period;
        this.jitter = jitter;
        this.rng = rng;
        this.first = start + rng.between(0L, (long) period);
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long act(long now, Outlet out) {
        action.run(now, out, rng);
        return now + Math.max(1000, (long) (period * Math.max(0.05, 1 + jitter * rng.normal())));
    }
}
