// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.io.IOException;

/** What is kept of each destination of a task. Not thread-safe. */
sealed interface DestinationStore permits BackendDestinations, CachedDestinations {

    /**
     * What is kept; null if nothing is. Who changes it must {@link #put} it before the next key.
     *
     * @param key the present one
     */
    DestinationState get(String key) throws IOException;

    /** As {@link #get}, for one who only looks and is no reason to keep it at hand. Unchanged. */
    DestinationState peek(String key) throws IOException;

    /** Keeps this from now on, as it is now, for the present key. */
    void put(String key, DestinationState state) throws IOException;

    /** Keeps nothing from now on, for the present key. */
    void remove(String key) throws IOException;

    /** From here on the state backend has all. */
    void writeBack() throws IOException;
}
