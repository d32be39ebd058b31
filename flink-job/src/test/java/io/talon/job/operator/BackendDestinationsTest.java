// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.Flows;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.junit.jupiter.api.Test;

/** Destinations are changed where they lie on the heap; nobody else sees it. */
class BackendDestinationsTest {

    private static final List<FlowEvent> FLOWS = Flows.some(600, 33);
    private static final int ENOUGH = 16 << 20;

    @Test
    void aSnapshotIsOfItsMomentHoweverLateItIsWritten() throws Exception {
        try (var running = harness(null)) {
            running.feed(FLOWS.subList(0, 300));
            OperatorSnapshotFutures begun =
                    running.getOperator()
                            .snapshotState(
                                    1,
                                    1,
                                    CheckpointOptions.forCheckpointWithDefaultLocation(),
                                    new MemCheckpointStreamFactory(ENOUGH));
            Map<String, String> expected = running.feed(FLOWS.subList(300, 600));
            OperatorSubtaskState written =
                    OperatorSnapshotFinalizer.create(begun).getJobManagerOwnedState();

            try (var again = harness(written)) {
                assertThat(again.feed(FLOWS.subList(300, 600)))
                        .hasSizeGreaterThan(250)
                        .isEqualTo(expected);
            }
        }
    }

    private static SequenceHarness harness(OperatorSubtaskState before) throws Exception {
        SequenceHarness harness = new SequenceHarness(1);
        harness.setStateBackend(new HashMapStateBackend());
        if (before != null) {
            harness.initializeState(before);
        }
        harness.open();
        return harness;
    }
}
