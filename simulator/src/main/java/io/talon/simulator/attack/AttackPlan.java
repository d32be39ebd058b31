// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.attack;

import io.talon.simulator.site.SiteKind;
import io.talon.simulator.traffic.Rng;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Attacks of every family spread over a simulation, in rounds, so that one can learn from an early
 * episode and be tested on later ones. Benign traffic goes on throughout.
 *
 * <pre>
 *  0 %      15 %              40 %        50 %            72 %  75 %            97 %
 *  | benign | round 1         | benign    | round 2       |     | round 3       |
 *  |        | triplets        | calibrate | test          |     | test          |
 * </pre>
 */
public final class AttackPlan {

    /** Where the rounds lie, as shares of the simulation. */
    public static final List<Round> ROUNDS =
            List.of(new Round(0.15, 0.40), new Round(0.50, 0.72), new Round(0.75, 0.97));

    private AttackPlan() {}

    /**
     * A part of a simulation in which every family attacks once.
     *
     * @param from share of the simulation, 0–1
     * @param to share of the simulation, 0–1
     */
    public record Round(double from, double to) {}

    /** Three episodes of every family that is possible at such a site. */
    public static List<Attack> everyFamily(SiteKind kind, Duration simulation, long seed) {
        List<AttackFamily> families =
                new ArrayList<>(
                        Arrays.stream(AttackFamily.values())
                                .filter(f -> f.possibleAt(kind))
                                .toList());
        Rng rng = new Rng(seed);
        List<Attack> plan = new ArrayList<>();
        for (Round round : ROUNDS) {
            rng.shuffle(families);
            Duration slot = share(simulation, (round.to() - round.from()) / families.size());
            Duration begin = share(simulation, round.from());
            for (AttackFamily family : families) {
                Duration room = share(slot, rng.between(0.6, 0.95));
                Duration length =
                        family.usualDuration().compareTo(room) < 0 ? family.usualDuration() : room;
                Duration offset = begin.plus(share(slot.minus(length), rng.unit()));
                plan.add(family.attack(offset, length, rng.between(0.6, 1.4)));
                begin = begin.plus(slot);
            }
        }
        return plan;
    }

    private static Duration share(Duration whole, double share) {
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }
}
