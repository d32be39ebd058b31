// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.control.v1.AdaptorRelease;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.Flows;
import io.talon.job.flow.FlowView;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held on the heap in front of RocksDB is as if it were not. */
class CachedDestinationsTest {

    private static final List<FlowEvent> FLOWS = Flows.some(600, 33);
    private static final int NO_LIMIT = 100_000;

    /** One destination at hand, a few, all: room is made at nearly every flow, often, never. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, NO_LIMIT})
    void sequencesAreTheSameHoweverManyAreAtHand(int atHand) throws Exception {
        try (var all = harness(NO_LIMIT, null);
                var some = harness(atHand, null)) {
            assertThat(feed(some, FLOWS)).hasSizeGreaterThan(550).isEqualTo(feed(all, FLOWS));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, NO_LIMIT})
    void aCheckpointHoldsWhatWasAtHand(int atHand) throws Exception {
        try (var undisturbed = harness(NO_LIMIT, null);
                var before = harness(atHand, null)) {
            feed(undisturbed, FLOWS.subList(0, 300));
            feed(before, FLOWS.subList(0, 300));
            OperatorSubtaskState state = before.snapshot(1, 1);

            try (var after = harness(atHand, state)) {
                assertThat(feed(after, FLOWS.subList(300, 600)))
                        .hasSizeGreaterThan(250)
                        .isEqualTo(feed(undisturbed, FLOWS.subList(300, 600)));
            }
        }
    }

    @Test
    void aCheckpointIsOfItsMomentAndNotOfWhatCameAfter() throws Exception {
        try (var running = harness(NO_LIMIT, null)) {
            feed(running, FLOWS.subList(0, 300));
            OperatorSubtaskState state = running.snapshot(1, 1);
            Map<String, String> expected = feed(running, FLOWS.subList(300, 600));

            try (var again = harness(NO_LIMIT, state)) {
                assertThat(feed(again, FLOWS.subList(300, 600))).isEqualTo(expected);
            }
        }
    }

    @Test
    void aSecondCheckpointHoldsWhatChangedSinceTheFirst() throws Exception {
        try (var running = harness(NO_LIMIT, null)) {
            feed(running, FLOWS.subList(0, 200));
            running.snapshot(1, 1);
            feed(running, FLOWS.subList(200, 400));
            OperatorSubtaskState second = running.snapshot(2, 2);
            Map<String, String> expected = feed(running, FLOWS.subList(400, 600));

            try (var again = harness(NO_LIMIT, second)) {
                assertThat(feed(again, FLOWS.subList(400, 600))).isEqualTo(expected);
            }
        }
    }

    private static Map<String, String> feed(
            KeyedBroadcastOperatorTestHarness<String, FlowView, AdaptorRelease, SequencedFlow> job,
            List<FlowEvent> flows)
            throws Exception {
        job.getOutput().clear();
        for (FlowEvent event : flows) {
            FlowView flow = FlowView.of(event);
            job.processElement(flow, flow.endMillis());
        }
        Map<String, String> sequences = new TreeMap<>();
        for (SequencedFlow each : job.extractOutputValues()) {
            sequences.put(each.flow().uid(), HexFormat.of().formatHex(each.history().toBytes()));
        }
        return sequences;
    }

    private static KeyedBroadcastOperatorTestHarness<
                    String, FlowView, AdaptorRelease, SequencedFlow>
            harness(int atHand, OperatorSubtaskState before) throws Exception {
        var options =
                new SequenceOptions(Duration.ofMinutes(10), Duration.ofDays(7), 1000, atHand, 1000);
        var harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new SequenceOperator(new SequenceFunction(options)),
                        FlowView::key,
                        Types.STRING,
                        1,
                        1,
                        0);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend());
        if (before != null) {
            harness.initializeState(before);
        }
        harness.open();
        return harness;
    }
}
