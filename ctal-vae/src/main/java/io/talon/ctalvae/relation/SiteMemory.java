// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.relation;

import io.talon.ctalvae.sequence.Exchange;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * How often a site's benign exchanges had which value in which scope. From this follows how
 * surprising another exchange is, −ln P, with P by prediction with partial matching, method C
 * (Moffat 1990): in a scope with n exchanges of d values, a value seen c times has P = c / (n + d),
 * one not seen escapes with d / (n + d) to the next wider scope. A service that many strangers use
 * is thereby not surprised by another stranger.
 *
 * <p>Keys are hashes of 24 bits, exact as float32: with 10,000 entries one lookup in 1,700 finds an
 * entry that is another's. No address can be read from them, but who knows one can test for it.
 * Immutable, thread-safe, lookups allocate nothing.
 */
public final class SiteMemory {
    /** Exchanges beyond this add size, not knowledge. */
    public static final int MOST_EXCHANGES = 4_000;

    private static final int KEY_BITS = 24;

    /** P of a value that the whole site has never seen, besides the escapes. */
    private static final double NEVER = 1e-4;

    /** What a key counts. */
    private static final int TOTAL = 1;

    private static final int DISTINCT = 2;

    private final float[] keys;
    private final float[] counts;
    private final int[] slots;

    /**
     * @param keys strictly increasing, whole numbers 0 to 2²⁴ − 1, taken over
     * @param counts per key, positive, taken over
     * @throws IllegalArgumentException if they are not so
     */
    public SiteMemory(float[] keys, float[] counts) {
        if (keys.length != counts.length) {
            throw new IllegalArgumentException(
                    keys.length + " keys and " + counts.length + " counts");
        }
        for (int i = 0; i < keys.length; i++) {
            boolean whole = keys[i] >= 0 && keys[i] < 1 << KEY_BITS && keys[i] == (int) keys[i];
            if (!whole || !(counts[i] > 0) || i > 0 && !(keys[i] > keys[i - 1])) {
                throw new IllegalArgumentException(
                        "key " + keys[i] + " with count " + counts[i] + " at " + i);
            }
        }
        this.keys = keys;
        this.counts = counts;
        this.slots = slots(keys);
    }

    /**
     * Remembers exchanges, at most the last {@link #MOST_EXCHANGES}.
     *
     * @param benign in the order of time; nulls are passed over
     */
    public static SiteMemory of(Collection<Exchange> benign) {
        return of(benign, List.of());
    }

    /**
     * As {@link #of(Collection)}, and what hosts use and offer and whom they serve by further
     * exchanges. All of these are remembered: they repeat one another, so they add few entries.
     */
    public static SiteMemory of(Collection<Exchange> benign, Collection<Habits> further) {
        Counts counts = new Counts();
        Iterator<Exchange> known = benign.stream().filter(Objects::nonNull).iterator();
        long skipped = benign.stream().filter(Objects::nonNull).count() - MOST_EXCHANGES;
        for (int i = 0; known.hasNext(); i++) {
            Exchange exchange = known.next();
            if (i >= skipped) {
                for (Relation relation : Relation.values()) {
                    remember(counts, relation, exchange, 1);
                }
            }
        }
        for (Habits habits : further) {
            for (Relation relation : Relation.OF_HOSTS) {
                habits.times().forEach((kind, times) -> remember(counts, relation, kind, times));
            }
        }
        float[] keys = counts.keys();
        return new SiteMemory(keys, counts.of(keys));
    }

    private static void remember(Counts counts, Relation relation, Exchange exchange, int times) {
        int value = relation.value(exchange);
        for (int s = 0; s < relation.scopes(); s++) {
            long scope = relation.scope(s, exchange);
            if (counts.add(valueKey(scope, value), times) == times) {
                counts.add(key(scope, DISTINCT), 1);
            }
            counts.add(key(scope, TOTAL), times);
        }
    }

    private static int valueKey(long scope, int value) {
        return key(scope, (long) value << 2);
    }

    private static int key(long scope, long kind) {
        return (int) (Scope.mixed(scope, kind) >>> (Long.SIZE - KEY_BITS));
    }

    private static int[] slots(float[] keys) {
        int size = Integer.highestOneBit(Math.max(keys.length, 1)) << 2;
        int[] slots = new int[size];
        for (int i = 0; i < keys.length; i++) {
            int slot = (int) keys[i] & size - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & size - 1;
            }
            slots[slot] = i + 1;
        }
        return slots;
    }

    private float count(int key) {
        int slot = key & slots.length - 1;
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return counts[slots[slot] - 1];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return 0;
    }

    /** How surprising an exchange is in one respect, −ln P ≥ 0. */
    public double surprise(Relation relation, Exchange exchange) {
        int value = relation.value(exchange);
        double escaped = 1;
        for (int s = 0; s < relation.scopes(); s++) {
            long scope = relation.scope(s, exchange);
            double total = count(key(scope, TOTAL));
            double distinct = count(key(scope, DISTINCT));
            if (total > 0 && distinct > 0) {
                double seen = count(valueKey(scope, value));
                if (seen > 0) {
                    return -Math.log(escaped * Math.min(seen / (total + distinct), 1));
                }
                escaped *= distinct / (total + distinct);
            }
        }
        return -Math.log(Math.max(escaped, Double.MIN_NORMAL) * NEVER);
    }

    /** Keys, strictly increasing; not to be written to. */
    public float[] keys() {
        return keys;
    }

    /** Counts per key; not to be written to. */
    public float[] counts() {
        return counts;
    }
}
