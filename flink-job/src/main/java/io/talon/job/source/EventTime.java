// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.job.flow.FlowView;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of the job's inputs. That of a flow is when it ended: Zeek writes a line when its
 * connection ends, so the start would make every long flow late.
 */
public final class EventTime {

    /** All partitions and sensors advance together. */
    private static final String ALIGNED = "talon-flows";

    private EventTime() {}

    /**
     * Of flows as they happen, by partition. Records that are no flows, those of the far future
     * among them, have no say.
     *
     * @param outOfOrder how far the watermark stays behind a partition's newest flow
     * @param idle after which silence a partition no longer holds the others' watermark
     * @param drift how far a partition may be ahead of the slowest before it is paused: without, a
     *     partition that catches up fast would push the others' flows out of its histories' time
     */
    public static WatermarkStrategy<DecodedFlow> ofRecords(
            Duration outOfOrder, Duration idle, Duration drift) {
        return WatermarkStrategy.<DecodedFlow>forBoundedOutOfOrderness(outOfOrder)
                .withTimestampAssigner((decoded, before) -> timestamp(decoded))
                .withIdleness(idle)
                .withWatermarkAlignment(ALIGNED, drift);
    }

    private static long timestamp(DecodedFlow decoded) {
        return decoded instanceof DecodedFlow.Usable usable
                ? usable.flow().endMillis()
                : Long.MIN_VALUE;
    }

    /** Of flows from files, where batch mode sorts and needs no watermarks. */
    public static WatermarkStrategy<FlowView> ofSortedFlows() {
        return WatermarkStrategy.<FlowView>noWatermarks()
                .withTimestampAssigner((flow, before) -> flow.endMillis());
    }

    /**
     * Of control records: none, so that a silent topic does not hold flows back. Not the latest
     * time of all either: where flows are idle too, that would be the time, and every destination
     * would be forgotten.
     */
    public static <T> WatermarkStrategy<T> neverHoldingBack() {
        return WatermarkStrategy.forGenerator(context -> new AlwaysIdle<>());
    }

    private static final class AlwaysIdle<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
