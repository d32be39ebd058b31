// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import java.time.Duration;
import java.util.Optional;

/** A point in time after which waiting stops. Immutable. */
public final class Deadline {
    private final long startNanos;
    private final long endNanos;

    private Deadline(Duration allowed) {
        this.startNanos = System.nanoTime();
        this.endNanos = startNanos + allowed.toNanos();
    }

    /** A deadline that is {@code allowed} from now. */
    public static Deadline in(Duration allowed) {
        return new Deadline(allowed);
    }

    /** Whether the time is over. */
    public boolean isOver() {
        return System.nanoTime() - endNanos >= 0;
    }

    /** What is left, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** The time since this deadline was set. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /**
     * Asks {@code probe} again and again, {@code pause} apart, until it gives a value.
     *
     * @return the value, or empty when the time was over first
     * @throws E what the probe throws: it ends the waiting at once
     */
    public <T, E extends Exception> Optional<T> await(Duration pause, Probe<T, E> probe)
            throws E, InterruptedException {
        while (true) {
            Optional<T> found = probe.look();
            if (found.isPresent() || isOver()) {
                return found;
            }
            Thread.sleep(Math.min(pause.toMillis(), Math.max(1, left().toMillis())));
        }
    }

    /** One look at something that may not be there yet. */
    @FunctionalInterface
    public interface Probe<T, E extends Exception> {
        /** The value, or empty when it is not there yet. */
        Optional<T> look() throws E, InterruptedException;
    }
}
