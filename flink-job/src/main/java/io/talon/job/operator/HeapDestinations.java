// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;

/**
 * What a state backend keeps that hands out the very objects it holds: Flink's heap, which copies
 * one first that a snapshot under way still has to write. What is changed is changed where it lies,
 * and the backend is not told: an object put in an old one's place, even in its own, makes the
 * collector look through the old generation wherever that was.
 */
record HeapDestinations(ValueState<DestinationState> backend) implements DestinationStore {

    @Override
    public DestinationState get(String key) throws IOException {
        return backend.value();
    }

    @Override
    public DestinationState peek(String key) throws IOException {
        return backend.value();
    }

    @Override
    public void put(String key, DestinationState state) throws IOException {
        backend.update(state);
    }

    @Override
    public void changed(String key) {
        // it has the object
    }

    @Override
    public void remove(String key) {
        backend.clear();
    }

    @Override
    public void writeBack() {
        // it has all
    }
}
