// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Rhythm;
import io.talon.simulator.traffic.Rng;

/** Acts at random, as often as people are about. */
final class ByPeople implements Behaviour {

    private final Action action;
    private final Rhythm rhythm;
    private final double meanAtPeak;
    private final long first;
    private final Rng rng;

    /**
     * @param meanAtPeak mean microseconds between two acts in the middle of a working day
     */
    ByPeople(Action action, long start, Rhythm rhythm, double meanAtPeak, Rng rng) {
        this.action = action;
        this.rhythm = rhythm;
        this.meanAtPeak = meanAtPeak;
        this.rng = rng;
        this.first = rhythm.next(start, meanAtPeak, rng);
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long act(long now, Outlet out) {
        action.run(now, out, rng);
        return rhythm.next(now, meanAtPeak, rng);
    }
}
