// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Flows grouped as an analyst would meet them. A group's score is its highest one; a group is an
 * attack if one of its flows is.
 */
record Groups(double[] scores, boolean[] attack) {

    static Groups byDestination(Tested test) {
        return by(test, i -> test.destination()[i]);
    }

    static Groups byDestinationAndHour(Tested test) {
        return by(
                test,
                i ->
                        List.of(
                                test.destination()[i],
                                Math.floorDiv(test.endMicros()[i], 3_600_000_000L)));
    }

    private static Groups by(Tested test, IntFunction<Object> key) {
        Map<Object, Integer> places = new LinkedHashMap<>();
        List<Double> scores = new ArrayList<>();
        List<Boolean> attack = new ArrayList<>();
        for (int i = 0; i < test.scores().length; i++) {
            Integer place = places.putIfAbsent(key.apply(i), scores.size());
            if (place == null) {
                scores.add(test.scores()[i]);
                attack.add(test.attack()[i]);
            } else {
                scores.set(place, Math.max(scores.get(place), test.scores()[i]));
                attack.set(place, attack.get(place) || test.attack()[i]);
            }
        }
        boolean[] attacked = new boolean[attack.size()];
        for (int i = 0; i < attacked.length; i++) {
            attacked[i] = attack.get(i);
        }
        return new Groups(scores.stream().mapToDouble(d -> d).toArray(), attacked);
    }

    /** Groups above a threshold. */
    double above(double threshold) {
        int above = 0;
        for (double score : scores) {
            above += score > threshold ? 1 : 0;
        }
        return above;
    }
}
