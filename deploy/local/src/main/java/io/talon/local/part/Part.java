// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One of the servers that a demo runs: one or more processes with an address on the loopback
 * interface.
 *
 * <p>{@link #start} and {@link #close} may be called from different threads; {@code close} during a
 * {@code start} makes the latter fail.
 */
public interface Part extends AutoCloseable {
    /** What people call it, in lower case. */
    String name();

    /** Where a person or a client finds it, for example {@code http://127.0.0.1:9200}. */
    String address();

    /**
     * Starts the processes that do not run and returns when the part answers. After a process of it
     * ended by itself this starts it again, on the same port and data.
     *
     * @throws PartFailure if it does not answer before the deadline, or ends, saying why
     */
    void start(Deadline deadline) throws IOException, InterruptedException;

    /** Its processes that run at this moment. */
    List<ChildProcess> running();

    /** A process of this part that ended although nobody asked it to. */
    Optional<ChildProcess> ended();

    /** Why a process of this part ended, read from its exit code and log. */
    default PartFailure failure(ChildProcess ended) {
        return Diagnosis.ofEnd(ended);
    }

    /** Whether {@link #start} after an end carries on where the part left off. */
    boolean survivesRestart();

    /** Stops all processes of this part. Never fails; what does not end is ended by force. */
    @Override
    void close();
}
