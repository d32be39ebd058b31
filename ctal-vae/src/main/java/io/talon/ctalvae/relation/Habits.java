// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.relation;

import io.talon.ctalvae.sequence.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Benign exchanges of which only who used and offered what is remembered, each kind once with how
 * often it was seen: a hundred thousand of them are some thousands of habits. Not thread-safe while
 * it is added to.
 */
public final class Habits {
    /** All that the relations of hosts ask an exchange. */
    private record Habit(int originator, int responder, int port) {}

    private final Map<Habit, Integer> times = new LinkedHashMap<>();

    /** Adds an exchange. */
    public Habits add(Exchange exchange) {
        Habit habit = new Habit(exchange.originator(), exchange.responder(), exchange.port());
        times.merge(habit, 1, Integer::sum);
        return this;
    }

    /** How many exchanges were added. */
    public int exchanges() {
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Each kind, as an exchange of which the rest is not known, and how often it was added. */
    void each(ObjIntConsumer<Exchange> told) {
        times.forEach(
                (habit, often) ->
                        told.accept(
                                new Exchange(
                                        habit.originator,
                                        habit.responder,
                                        0,
                                        habit.port,
                                        -1,
                                        Float.NaN,
                                        Float.NaN,
                                        0,
                                        0),
                                often));
    }
}
