// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.ctalvae.sequence.FlowHistory;

/**
 * What is kept for one destination of one site. Every flow changes it where it lies: whoever has
 * one must take a copy of what is to stay. Mutable, not thread-safe.
 */
final class DestinationState {

    private final ScorePace pace;
    private final FlowHistory history;
    private long newestMicros;
    private long expiresMillis;

    /** Of a destination that has not been seen. */
    DestinationState() {
        this(Long.MIN_VALUE, Long.MIN_VALUE, new ScorePace(), new FlowHistory());
    }

    /**
     * @param newestMicros end of the newest flow, µs since the epoch
     * @param expiresMillis event time from which it may be forgotten
     * @param pace how many of its flows were scored lately
     * @param history its newest flows
     */
    DestinationState(long newestMicros, long expiresMillis, ScorePace pace, FlowHistory history) {
        this.newestMicros = newestMicros;
        this.expiresMillis = expiresMillis;
        this.pace = pace;
        this.history = history;
    }

    /** The same; no flow changes both. */
    DestinationState copy() {
        return new DestinationState(newestMicros, expiresMillis, pace.copy(), history.copy());
    }

    /** A flow that ends then is one of its flows now. */
    void reach(long endMicros, long forgettableMillis) {
        newestMicros = Math.max(newestMicros, endMicros);
        expiresMillis = Math.max(expiresMillis, forgettableMillis);
    }

    long newestMicros() {
        return newestMicros;
    }

    long expiresMillis() {
        return expiresMillis;
    }

    ScorePace pace() {
        return pace;
    }

    FlowHistory history() {
        return history;
    }
}
