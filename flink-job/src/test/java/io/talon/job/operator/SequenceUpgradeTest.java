// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.Flows;
import io.talon.job.SavepointBytes;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Goes on from what an earlier build wrote. */
class SequenceUpgradeTest {
    private static final List<FlowEvent> FLOWS = Flows.some(240, 5);
    private static final int BEFORE = 160;

    static String[] versions() throws Exception {
        return SavepointBytes.versions("sequences");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sequencesGoOnAsIfNothingHappened(String version) throws Exception {
        try (var undisturbed = new SequenceHarness(5)) {
            undisturbed.open();
            undisturbed.feed(FLOWS.subList(0, BEFORE));
            SavepointBytes.offer("sequences", undisturbed.snapshot(1, 1));
            Map<String, String> expected = undisturbed.feed(FLOWS.subList(BEFORE, FLOWS.size()));

            OperatorSubtaskState earlier = SavepointBytes.read(version, "sequences");
            try (var upgraded = new SequenceHarness(5)) {
                upgraded.initializeState(earlier);
                upgraded.open();

                assertThat(upgraded.feed(FLOWS.subList(BEFORE, FLOWS.size())))
                        .hasSizeGreaterThan(70)
                        .isEqualTo(expected);
            }
            try (var forgetful = new SequenceHarness(5)) {
                forgetful.open();
                assertThat(forgetful.feed(FLOWS.subList(BEFORE, FLOWS.size())))
                        .as("what these flows make without the earlier ones")
                        .isNotEqualTo(expected);
            }
        }
    }
}
