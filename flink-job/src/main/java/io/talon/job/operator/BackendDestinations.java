// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;

/**
 * What Flink's state backend keeps and nothing besides. Its heap hands out the very object that it
 * holds, and first copies one that a snapshot under way still has to write.
 *
 * @param backend of whatever key is the present one
 */
record BackendDestinations(ValueState<DestinationState> backend) implements DestinationStore {

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
    public void remove(String key) {
        backend.clear();
    }

    @Override
    public void writeBack() {
        // it has all
    }
}
