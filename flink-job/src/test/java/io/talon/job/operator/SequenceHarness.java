// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowView;
import io.talon.job.model.Release;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The operator of sequences by itself, in one task. */
final class SequenceHarness
        extends KeyedBroadcastOperatorTestHarness<String, FlowView, Release, SequencedFlow> {

    /**
     * @param atHand most destinations in front of a state backend on disk
     */
    SequenceHarness(int atHand) throws Exception {
        super(
                new SequenceOperator(
                        new SequenceFunction(
                                new SequenceOptions(
                                        Duration.ofMinutes(10),
                                        Duration.ofDays(7),
                                        1000,
                                        atHand,
                                        1000))),
                FlowView::key,
                Types.STRING,
                1,
                1,
                0);
    }

    /** The sequences that these flows make, as bytes, by the uid of the flow that ends each. */
    Map<String, String> feed(List<FlowEvent> flows) throws Exception {
        getOutput().clear();
        for (FlowEvent event : flows) {
            FlowView flow = FlowView.of(event);
            processElement(flow, flow.endMillis());
        }
        Map<String, String> sequences = new TreeMap<>();
        for (SequencedFlow each : extractOutputValues()) {
            sequences.put(each.flow().uid(), HexFormat.of().formatHex(each.history().toBytes()));
        }
        return sequences;
    }
}
