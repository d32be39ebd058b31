// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.control.v1.AdaptorRelease;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.Flows;
import io.talon.job.SavepointBytes;
import io.talon.job.flow.FlowView;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Goes on from what an earlier build wrote. */
class SequenceUpgradeTest {
    private static final List<FlowEvent> FLOWS = Flows.some(240, 5);
    private static final int BEFORE = 160;

    static String[] versions() throws Exception {
        return SavepointBytes.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sequencesGoOnAsIfNothingHappened(String version) throws Exception {
        try (var undisturbed = harness()) {
            undisturbed.open();
            feed(undisturbed, FLOWS.subList(0, BEFORE));
            SavepointBytes.offer("sequences", undisturbed.snapshot(1, 1));
            undisturbed.getOutput().clear();
            Map<String, String> expected = feed(undisturbed, FLOWS.subList(BEFORE, FLOWS.size()));

            OperatorSubtaskState earlier = SavepointBytes.read(version, "sequences");
            try (var upgraded = harness()) {
                upgraded.initializeState(earlier);
                upgraded.open();

                assertThat(feed(upgraded, FLOWS.subList(BEFORE, FLOWS.size())))
                        .hasSizeGreaterThan(70)
                        .isEqualTo(expected);
            }
            try (var forgetful = harness()) {
                forgetful.open();
                assertThat(feed(forgetful, FLOWS.subList(BEFORE, FLOWS.size())))
                        .as("what these flows make without the earlier ones")
                        .isNotEqualTo(expected);
            }
        }
    }

    private static Map<String, String> feed(
            KeyedBroadcastOperatorTestHarness<String, FlowView, AdaptorRelease, SequencedFlow> job,
            List<FlowEvent> flows)
            throws Exception {
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
            harness() throws Exception {
        var options =
                new SequenceOptions(Duration.ofMinutes(10), Duration.ofDays(7), 1000, 5, 1000);
        return new KeyedBroadcastOperatorTestHarness<>(
                new SequenceOperator(new SequenceFunction(options)),
                FlowView::key,
                Types.STRING,
                1,
                1,
                0);
    }
}
