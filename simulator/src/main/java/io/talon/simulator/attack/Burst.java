// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;

/** So many steps within a given time, at random or evenly spaced. */
final class Burst implements Behaviour {

    private static final int FEWEST = 25;

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

    private Burst(Step step, double steps, long from, long until, double regularity, Rng rng) {
        this.step = step;
        this.rng = rng;
        this.regularity = regularity;
        this.until = until;
        this.gap = (until - from) / steps;
        this.from = from + rng.between(0L, (long) Math.min(gap, Micros.SECOND));
    }

    /**
     * The steps of an episode, on average as many as its intensity says.
     *
     * @param usual how many steps at intensity 1
     * @param regularity 0 for steps at random, 1 for steps like clockwork
     */
    static Burst of(Attack attack, int usual, double regularity, long from, Rng rng, Step step) {
        long until = from + attack.duration().toNanos() / 1000;
        return new Burst(step, steps(attack, usual), from, until, regularity, rng);
    }

    /** How many steps an episode has on average; never so few that it could not be seen at all. */
    static int steps(Attack attack, int usual) {
        return (int) Math.max(FEWEST, usual * attack.intensity());
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
