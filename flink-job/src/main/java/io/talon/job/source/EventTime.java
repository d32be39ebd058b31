// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event time of the job's inputs. */
public final class EventTime {

    private EventTime() {}

    /**
     * Of flows as they happen: when they ended. Zeek writes a line when its connection ends, so the
     * start would make every long flow late.
     */
    public static WatermarkStrategy<FlowEvent> ofFlows(Duration outOfOrder, Duration idle) {
        return WatermarkStrategy.<FlowEvent>forBoundedOutOfOrderness(outOfOrder)
                .withTimestampAssigner((flow, before) -> FlowEvents.endMillis(flow))
                .withIdleness(idle);
    }

    /** Of flows from files: the same, where batch mode sorts and needs no watermarks. */
    public static WatermarkStrategy<FlowEvent> ofSortedFlows() {
        return WatermarkStrategy.<FlowEvent>noWatermarks()
                .withTimestampAssigner((flow, before) -> FlowEvents.endMillis(flow));
    }

    /** Of control records: always the latest, so that a silent topic does not hold flows back. */
    public static <T> WatermarkStrategy<T> neverHoldingBack() {
        return WatermarkStrategy.forGenerator(context -> new AlwaysLatest<>());
    }

    private static final class AlwaysLatest<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }
}
