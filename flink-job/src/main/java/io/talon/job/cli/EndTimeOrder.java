// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Puts flows into the order of their end, as a running Zeek writes them, holding back no more than
 * a window: files that were merged or labelled are often out of order by minutes. What comes later
 * than that leaves at once, and the job says that it is late. Not thread-safe.
 */
final class EndTimeOrder {

    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final int MOST_HELD = 1_000_000;

    private final PriorityQueue<Conn> held =
            new PriorityQueue<>(Comparator.comparingLong(Conn::endMicros).thenComparing(Conn::uid));
    private final Consumer<Conn> next;
    private long newest = Long.MIN_VALUE;

    EndTimeOrder(Consumer<Conn> next) {
        this.next = next;
    }

    void add(Conn conn) {
        newest = Math.max(newest, conn.endMicros());
        held.add(conn);
        while (held.size() > MOST_HELD
                || held.peek().endMicros() < newest - WINDOW.toMillis() * 1000) {
            next.accept(held.remove());
        }
    }

    /** Lets all go. */
    void finish() {
        while (!held.isEmpty()) {
            next.accept(held.remove());
        }
    }
}
