// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;
import java.time.Duration;

/** So many steps within a given time, at random or evenly spaced. */
final class Burst implements Behaviour {

    private final Step step;
    private final long from;
    private final long until;
    private final double gap;
    private final double regularity;
    private final Rng rng;
    private int done;

    /** One step of an attack. */
    interface Step {
        void take(int number, long now, Outlet out);
    }

    /**
     * @param regularity 0 for steps at random, 1 for steps like clockwork
     */
    Burst(Step step, int steps, long from, Duration duration, double regularity, Rng rng) {
        this.step = step;
        this.rng = rng;
        this.regularity = regularity;
        this.until = from + duration.toNanos() / 1000;
        this.gap = (double) (until - from) / steps;
        this.from = from + rng.between(0L, (long) Math.min(gap, Micros.SECOND));
    }

    @Override
    public long first() {
        return from;
    }

    @Override
    public long act(long now, Outlet out) {
        step.take(done++, now, out);
        double random = rng.exponential(gap) * (1 - regularity) + gap * regularity;
        long next = now + Math.max(1, (long) random);
        return next < until ? next : NEVER;
    }
}
