// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.control.v1.AdaptorRelease;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.JobTags;
import io.talon.job.flow.SiteId;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the last flows to each destination of each site, and lays out the sequence that ends with
 * each flow, together with the adaptor that the site runs at that moment.
 *
 * <p>Flows are taken as they arrive. A flow that ends long before the newest one of its destination
 * is late: it goes to {@link JobTags#DEAD_LETTER}. The watermark decides nothing but when an idle
 * destination is forgotten, so that a site whose sensor lags behind the others' loses no flow. A
 * flow whose uid is still in the history is scored but not remembered twice.
 */
public class SequenceFunction
        extends KeyedBroadcastProcessFunction<String, FlowEvent, AdaptorRelease, SequencedFlow> {

    /** Which adaptor each site runs, by {@code tenant|site}. */
    public static final MapStateDescriptor<String, AdaptorRelease> RELEASES =
            new MapStateDescriptor<>(
                    "releases", Types.STRING, new AvroTypeInfo<>(AdaptorRelease.class));

    private static final long serialVersionUID = 1L;

    /** Expiry is rounded up to this, so that a busy destination has one timer and not thousands. */
    private static final long BUCKET_MILLIS = Duration.ofHours(1).toMillis();

    private final Duration lateness;
    private final Duration expiry;
    private transient ValueState<byte[]> state;
    private transient Counter duplicates;
    private transient Counter late;
    private transient Counter staleReleases;

    /**
     * @param lateness how much earlier than the newest flow of its destination a flow may end
     * @param expiry how long an idle destination is kept
     */
    public SequenceFunction(Duration lateness, Duration expiry) {
        this.lateness = lateness;
        this.expiry = expiry;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "destination",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateFlows");
        late = getRuntimeContext().getMetricGroup().counter("lateFlows");
        staleReleases = getRuntimeContext().getMetricGroup().counter("staleReleases");
    }

    @Override
    public void processElement(
            FlowEvent flow, ReadOnlyContext context, Collector<SequencedFlow> out)
            throws Exception {
        Destination destination = destination();
        long end = FlowEvents.endMicros(flow);
        if (destination.newestMicros() != Long.MIN_VALUE
                && end < destination.newestMicros() - lateness.toMillis() * 1000) {
            late.inc();
            context.output(
                    JobTags.DEAD_LETTER,
                    DeadLetters.of(
                            "late",
                            "ends more than %s before %s, when the newest flow to its destination did"
                                    .formatted(
                                            lateness,
                                            FlowEvents.instant(destination.newestMicros())),
                            flow,
                            context.currentProcessingTime()));
            return;
        }
        long until = bucket(Math.max(FlowEvents.endMillis(flow), context.currentWatermark()));
        destination.touch(end, until);
        context.timerService().registerEventTimeTimer(until);
        append(destination, flow, context, out);
    }

    private long bucket(long fromMillis) {
        return (Math.floorDiv(fromMillis + expiry.toMillis(), BUCKET_MILLIS) + 1) * BUCKET_MILLIS;
    }

    /** What is kept for the current key. */
    final Destination destination() throws Exception {
        return Destination.of(state.value());
    }

    /** Appends the flow and emits the sequence that ends with it. */
    final void append(
            Destination destination,
            FlowEvent flow,
            ReadOnlyContext context,
            Collector<SequencedFlow> out)
            throws Exception {
        boolean duplicate = destination.history().contains(flow.getUid());
        destination.history().append(FlowEvents.conn(flow));
        if (duplicate) {
            duplicates.inc();
        } else {
            state.update(destination.toBytes());
        }
        AdaptorRelease release =
                context.getBroadcastState(RELEASES).get(key(flow.getTenant(), flow.getSite()));
        out.collect(new SequencedFlow(flow, destination.history().toBytes(), release));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SequencedFlow> out)
            throws Exception {
        byte[] bytes = state.value();
        if (bytes != null && Destination.of(bytes).isExpired(timestamp)) {
            state.clear();
        }
    }

    @Override
    public void processBroadcastElement(
            AdaptorRelease release, Context context, Collector<SequencedFlow> out)
            throws Exception {
        String site = key(release.getTenant(), release.getSite());
        AdaptorRelease current = context.getBroadcastState(RELEASES).get(site);
        if (current != null && release.getVersion() <= current.getVersion()) {
            staleReleases.inc();
            return;
        }
        context.getBroadcastState(RELEASES).put(site, release);
    }

    private static String key(String tenant, String site) {
        return new SiteId(tenant, site).key();
    }
}
