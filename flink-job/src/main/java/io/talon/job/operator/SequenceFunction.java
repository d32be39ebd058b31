// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.JobTags;
import io.talon.job.flow.RepeatedStrings;
import io.talon.job.model.Release;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the last flows to each destination of each site, and lays out the sequence that ends with
 * each flow, together with the model and the adaptors that the site runs at that moment.
 *
 * <p>Flows are taken as they arrive. A flow that ends long before the newest one of its destination
 * is late: it goes to {@link JobTags#DEAD_LETTER}. The watermark decides nothing but when an idle
 * destination is forgotten, so that a site whose sensor lags behind the others' loses no flow. Of
 * the flows to a destination that gets very many, so many a second are laid out to be scored; the
 * others are remembered, counted, and told of with the next one that is.
 */
public class SequenceFunction
        extends KeyedBroadcastProcessFunction<String, FlowView, Release, SequencedFlow> {

    /** The adaptors in force, by {@code ControlKey}. */
    public static final MapStateDescriptor<String, AdaptorRelease> RELEASES =
            new MapStateDescriptor<>(
                    "releases", Types.STRING, new AvroTypeInfo<>(AdaptorRelease.class));

    /** The models that were released, likewise. */
    public static final MapStateDescriptor<String, ModelRelease> MODELS =
            new MapStateDescriptor<>(
                    "models", Types.STRING, new AvroTypeInfo<>(ModelRelease.class));

    private static final long serialVersionUID = 1L;

    /** Name of what is kept for each destination. */
    static final String STATE = "destination";

    private static final ValueStateDescriptor<DestinationState> DESTINATION =
            new ValueStateDescriptor<>(STATE, new DestinationStateSerializer());

    /** Expiry is rounded up to this, so that many destinations are forgotten at once. */
    private static final long BUCKET_MILLIS = Duration.ofHours(1).toMillis();

    private final SequenceOptions options;
    private final Assignments assignments = new Assignments();
    private transient DestinationStore store;
    private transient RepeatedStrings repeated;
    private transient DestinationIndex index;
    private transient OtherDestinations others;
    private transient long latenessMicros;
    private transient long expiryMillis;
    private transient Counter duplicates;
    private transient Counter late;
    private transient Counter skipped;
    private transient Counter evicted;
    private transient Counter staleReleases;

    /** What is late, what is forgotten, what is scored. */
    public SequenceFunction(SequenceOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        store = new BackendDestinations(getRuntimeContext().getState(DESTINATION));
        repeated = new RepeatedStrings();
        latenessMicros = options.latenessMicros();
        expiryMillis = options.expiryMillis();
        var metrics = getRuntimeContext().getMetricGroup();
        duplicates = metrics.counter("duplicateFlows");
        late = metrics.counter("lateFlows");
        skipped = metrics.counter("skippedFlows");
        evicted = metrics.counter("evictedDestinations");
        staleReleases = metrics.counter("staleReleases");
        metrics.gauge("destinations", () -> index == null ? 0 : index.size());
        metrics.gauge("oldestAdaptorSeconds", this::oldestAdaptorSeconds);
        metrics.gauge("modelVersion", this::modelVersion);
    }

    /** Age of the oldest adaptor whose scores count; 0 where there is none. */
    final long oldestAdaptorSeconds() {
        Instant oldest = assignments.oldest();
        return oldest == null ? 0 : Duration.between(oldest, Instant.now()).toSeconds();
    }

    /** Release of the model that sites without an adaptor run; 0 for the job's own. */
    final long modelVersion() {
        return assignments.modelVersion();
    }

    /**
     * Bounds what is kept; called once, after {@link #open}.
     *
     * @param tasks among which the destinations are spread
     * @param reached destinations other than the present one
     * @param restored destinations that are kept already, in any order
     */
    void keepAtMost(int tasks, OtherDestinations reached, Stream<String> restored) {
        index = new DestinationIndex(1 + (options.destinationsPerTenant() - 1) / tasks);
        others = reached;
        restored.toList().forEach(this::admit);
    }

    private void admit(String key) {
        String tooMany = index.add(key, others::imprint);
        if (tooMany != null) {
            evicted.inc();
            others.forget(tooMany);
        }
    }

    /**
     * From now on some destinations are at hand in front of the state backend; called once, after
     * {@link #open}, where the backend is slow to read.
     */
    void keepAtHand(OtherDestinations reached) {
        store =
                new CachedDestinations(
                        getRuntimeContext().getState(DESTINATION),
                        reached,
                        options.cachedDestinations());
    }

    /** What is kept of the present destination as a number, which every flow to it changes. */
    int imprint(String key) throws IOException {
        DestinationState kept = store.peek(key);
        return kept == null ? 0 : kept.history().imprint();
    }

    /** Forgets the present destination. Its timer finds nothing and lets go. */
    void forget(String key) throws IOException {
        store.remove(key);
    }

    /** Leaves nothing that the state backend does not have. */
    void writeBack() throws IOException {
        store.writeBack();
    }

    @Override
    public void processElement(FlowView flow, ReadOnlyContext context, Collector<SequencedFlow> out)
            throws Exception {
        DestinationState before = store.get(flow.key());
        long end = flow.endMicros();
        if (before != null && end < before.newestMicros() - latenessMicros) {
            late(flow, before.newestMicros(), context);
            return;
        }
        long forgettable = bucket(Math.max(Math.floorDiv(end, 1000L), context.currentWatermark()));
        if (before == null) {
            context.timerService().registerEventTimeTimer(forgettable);
        }
        append(before, flow, forgettable, options.scoresPerSecond(), context, out);
        if (before == null) {
            admit(flow.key());
        }
    }

    private void late(FlowView flow, long newestMicros, ReadOnlyContext context) {
        late.inc();
        context.output(
                JobTags.DEAD_LETTER,
                DeadLetters.of(
                        "late",
                        "ends more than %s before %s, when the newest flow to its destination did"
                                .formatted(options.lateness(), FlowEvents.instant(newestMicros)),
                        flow,
                        context.currentProcessingTime()));
    }

    private long bucket(long fromMillis) {
        return (Math.floorDiv(fromMillis + expiryMillis, BUCKET_MILLIS) + 1) * BUCKET_MILLIS;
    }

    /** What is kept for the present key, null if nothing is. */
    final DestinationState destination(String key) throws IOException {
        return store.get(key);
    }

    /** Remembers the flow, and emits the sequence that ends with it if it is to be scored. */
    final void append(
            DestinationState before,
            FlowView flow,
            long forgettable,
            int mostPerSecond,
            ReadOnlyContext context,
            Collector<SequencedFlow> out)
            throws Exception {
        DestinationState state = before == null ? new DestinationState() : before;
        FlowHistory history = state.history();
        if (history.append(flow.conn(repeated))) {
            duplicates.inc();
        }
        state.reach(flow.endMicros(), forgettable);
        int passedOver = state.pace().skipped();
        state.pace().count(flow.endMicros(), mostPerSecond);
        store.put(flow.key(), state);
        if (state.pace().skipped() > 0) {
            skipped.inc();
            return;
        }
        if (!assignments.derived()) {
            assignments.derive(
                    context.getBroadcastState(RELEASES), context.getBroadcastState(MODELS));
        }
        out.collect(new SequencedFlow(flow, history, passedOver, assignments.of(flow.siteKey())));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SequencedFlow> out)
            throws Exception {
        DestinationState kept = store.get(context.getCurrentKey());
        if (kept == null) {
            return;
        }
        if (timestamp >= kept.expiresMillis()) {
            store.remove(context.getCurrentKey());
            index.remove(context.getCurrentKey());
        } else { // one timer per destination, however long it lives
            context.timerService().registerEventTimeTimer(kept.expiresMillis());
        }
    }

    @Override
    public void processBroadcastElement(
            Release release, Context context, Collector<SequencedFlow> out) throws Exception {
        BroadcastState<String, AdaptorRelease> adaptors = context.getBroadcastState(RELEASES);
        BroadcastState<String, ModelRelease> models = context.getBroadcastState(MODELS);
        if (!assignments.derived()) {
            assignments.derive(adaptors, models);
        }
        boolean taken =
                release instanceof Release.OfModel model
                        ? assignments.take(model.record(), models)
                        : assignments.take(((Release.OfAdaptor) release).record(), adaptors);
        if (!taken) {
            staleReleases.inc();
        }
    }
}
