// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
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
        RetryPolicy<Optional<T>> untilFoundOrOver =
                RetryPolicy.<Optional<T>>builder()
                        .handleIf((found, thrown) -> thrown == null && found.isEmpty() && !isOver())
                        .withDelayFn(attempt -> pause.compareTo(left()) < 0 ? pause : left())
                        .withMaxRetries(-1)
                        .build();
        try {
            return Failsafe.with(untilFoundOrOver).get(probe::look);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                Thread.interrupted(); // the exception says it from here on
                throw interrupted;
            }
            @SuppressWarnings("unchecked") // the only other checked exception of a probe
            E thrown = (E) e.getCause();
            throw thrown;
        }
    }

    /** One look at something that may not be there yet. */
    @FunctionalInterface
    public interface Probe<T, E extends Exception> {
        /** The value, or empty when it is not there yet. */
        Optional<T> look() throws E, InterruptedException;
    }
}
