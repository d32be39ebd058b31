// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness.repackageState;
import static org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness.repartitionOperatorState;
import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.Flows;
import io.talon.job.flow.FlowView;
import io.talon.job.model.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same flows give the same sequences, however many tasks there are, and when that changes. */
class RescaleTest {

    private static final int MOST_TASKS = 128;

    private final Map<String, String> sequences = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(classes = {HashMapStateBackend.class, EmbeddedRocksDBStateBackend.class})
    void goesOnAcrossTwoThreeAndOneTasksAsIfNothingHappened(Class<? extends StateBackend> backend)
            throws Exception {
        List<FlowEvent> flows = Flows.some(900, 21);
        run(flows, 1, null, backend);
        Map<String, String> expected = Map.copyOf(sequences);
        sequences.clear();

        OperatorSubtaskState state = run(flows.subList(0, 300), 2, null, backend);
        state = run(flows.subList(300, 600), 3, state, backend);
        run(flows.subList(600, 900), 1, state, backend);

        assertThat(sequences).hasSizeGreaterThan(850).isEqualTo(expected);
    }

    private OperatorSubtaskState run(
            List<FlowEvent> flows,
            int tasks,
            OperatorSubtaskState before,
            Class<? extends StateBackend> backend)
            throws Exception {
        List<KeyedBroadcastOperatorTestHarness<String, FlowView, Release, SequencedFlow>>
                harnesses = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            harnesses.add(harness(tasks, task, before, backend));
        }
        for (FlowEvent event : flows) {
            FlowView flow = FlowView.of(event);
            int task =
                    KeyGroupRangeAssignment.assignKeyToParallelOperator(
                            flow.key(), MOST_TASKS, tasks);
            harnesses.get(task).processElement(flow, flow.endMillis());
        }
        OperatorSubtaskState[] states = new OperatorSubtaskState[tasks];
        for (int task = 0; task < tasks; task++) {
            var harness = harnesses.get(task);
            for (SequencedFlow sequence : harness.extractOutputValues()) {
                sequences.put(
                        sequence.flow().uid(),
                        HexFormat.of().formatHex(sequence.history().toBytes()));
            }
            states[task] = harness.snapshot(1, 1);
            harness.close();
        }
        return repackageState(states);
    }

    private static KeyedBroadcastOperatorTestHarness<String, FlowView, Release, SequencedFlow>
            harness(
                    int tasks,
                    int task,
                    OperatorSubtaskState before,
                    Class<? extends StateBackend> backend)
                    throws Exception {
        var options =
                new SequenceOptions(Duration.ofMinutes(10), Duration.ofDays(7), 1000, 5, 1000);
        var harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new SequenceOperator(new SequenceFunction(options)),
                        FlowView::key,
                        Types.STRING,
                        MOST_TASKS,
                        tasks,
                        task);
        harness.setStateBackend(backend.getDeclaredConstructor().newInstance());
        if (before != null) {
            int earlier = before.getManagedOperatorState().size();
            harness.initializeState(
                    repartitionOperatorState(before, MOST_TASKS, earlier, tasks, task));
        }
        harness.open();
        return harness;
    }
}
