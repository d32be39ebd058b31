// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Waiting for a part to answer. */
final class Health {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Health() {}

    /** Whether a part answers now; a failed look is a no. */
    @FunctionalInterface
    interface Look {
        boolean answers() throws IOException, InterruptedException;
    }

    /**
     * Returns when {@code look} says yes.
     *
     * @throws PartFailure when the process ends or the deadline is over first
     */
    static void await(ChildProcess process, String address, Deadline deadline, Look look)
            throws IOException, InterruptedException {
        Optional<Boolean> answered =
                deadline.await(
                        PAUSE,
                        () -> {
                            if (!process.isAlive()) {
                                throw Diagnosis.ofEnd(process);
                            }
                            return look.answers() ? Optional.of(true) : Optional.empty();
                        });
        if (answered.isEmpty()) {
            throw Diagnosis.ofSilence(process, address, deadline.elapsed().toSeconds());
        }
    }
}
