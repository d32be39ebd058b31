// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.relation;

import io.talon.ctalvae.sequence.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Benign exchanges of which only who used and offered what is remembered, each kind once with how
 * often it was seen: a hundred thousand of them are some thousands of habits. Not thread-safe while
 * it is added to.
 */
public final class Habits {
    private final Map<Exchange, Integer> times = new LinkedHashMap<>();

    /** Adds an exchange. */
    public Habits add(Exchange exchange) {
        times.merge(kind(exchange), 1, Integer::sum);
        return this;
    }

    /** What the relations of hosts ask; the rest is as if it were not known. */
    private static Exchange kind(Exchange of) {
        return new Exchange(
                of.originator(), of.responder(), 0, of.port(), -1, Float.NaN, Float.NaN, 0, 0);
    }

    /** How many exchanges were added. */
    public int exchanges() {
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Each kind, and how often it was added. */
    Map<Exchange, Integer> times() {
        return times;
    }
}
