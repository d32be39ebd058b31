// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import io.talon.alert.v1.Alert;
import io.talon.alert.v1.Episode;
import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.Suppression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * One alert per destination and episode. The first anomaly passes at once; those that follow are
 * counted and named in it, and only a higher severity speaks up again. Anomalies that a suppression
 * matches make an episode of their own beside it.
 *
 * <p>Keyed by {@code tenant|site|destination}, whose anomalies come in the order of its flows:
 * after a restart the same alerts come again under the same ids.
 */
public final class AlertGrouper
        extends KeyedBroadcastProcessFunction<String, Anomaly, Suppression, Alert> {

    /** Suppressions by {@code tenant|id}. */
    public static final MapStateDescriptor<String, Suppression> SUPPRESSIONS =
            new MapStateDescriptor<>(
                    "suppressions", Types.STRING, new AvroTypeInfo<>(Suppression.class));

    private static final long serialVersionUID = 1L;
    private static final String UNSUPPRESSED = "";

    /** For so long after its end an episode is known, for flows that come out of order. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final EpisodeRules rules;
    private transient MapState<String, Episode> episodes;
    private transient Episodes steps;
    private transient ActiveSuppressions suppressions;
    private transient Counter suppressed;
    private transient Counter grouped;
    private transient Counter staleSuppressions;

    /** Groups by these rules. */
    public AlertGrouper(EpisodeRules rules) {
        this.rules = rules;
    }

    /** What anomalies are keyed by. */
    public static String key(Anomaly anomaly) {
        SequenceScore score = anomaly.getScore();
        return score.getTenant() + "|" + score.getSite() + "|" + score.getDestination();
    }

    @Override
    public void open(OpenContext context) {
        episodes =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "episodes",
                                        Types.STRING,
                                        new AvroTypeInfo<>(Episode.class)));
        steps = new Episodes(rules);
        suppressed = getRuntimeContext().getMetricGroup().counter("suppressedAnomalies");
        grouped = getRuntimeContext().getMetricGroup().counter("groupedAnomalies");
        staleSuppressions = getRuntimeContext().getMetricGroup().counter("staleSuppressions");
    }

    @Override
    public void processElement(Anomaly anomaly, ReadOnlyContext context, Collector<Alert> out)
            throws Exception {
        Suppression suppression = suppressions(context).of(anomaly).orElse(null);
        String slot = suppression == null ? UNSUPPRESSED : suppression.getId();
        (suppression == null ? grouped : suppressed).inc();
        Anomaly own = Anomaly.newBuilder(anomaly).build(); // Flink reuses the object
        Episode episode = steps.take(episodes.get(slot), own, suppression, out::collect);
        episodes.put(slot, episode);
        context.timerService().registerEventTimeTimer(steps.over(episode).toEpochMilli());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        String[] key = context.getCurrentKey().split("\\|", 3);
        List<String> forgotten = new ArrayList<>();
        for (Map.Entry<String, Episode> entry : episodes.entries()) {
            Episode episode = entry.getValue();
            long over = steps.over(episode).toEpochMilli();
            if (timestamp >= over + KEPT.toMillis()) {
                forgotten.add(entry.getKey());
            } else if (timestamp >= over) {
                steps.close(episode, key[0], key[1], key[2], out::collect);
                entry.setValue(episode);
                context.timerService().registerEventTimeTimer(over + KEPT.toMillis());
            }
        }
        for (String slot : forgotten) {
            episodes.remove(slot);
        }
    }

    @Override
    public void processBroadcastElement(
            Suppression suppression, Context context, Collector<Alert> out) throws Exception {
        String key = suppression.getTenant() + "|" + suppression.getId();
        Suppression current = context.getBroadcastState(SUPPRESSIONS).get(key);
        if (current != null && suppression.getVersion() <= current.getVersion()) {
            staleSuppressions.inc();
            return;
        }
        Suppression own = Suppression.newBuilder(suppression).build();
        context.getBroadcastState(SUPPRESSIONS).put(key, own);
        if (suppressions != null) {
            suppressions.put(own);
        }
    }

    /** From the broadcast state after a start, kept up to date from then on. */
    private ActiveSuppressions suppressions(ReadOnlyContext context) throws Exception {
        if (suppressions == null) {
            suppressions = new ActiveSuppressions();
            for (Map.Entry<String, Suppression> entry :
                    context.getBroadcastState(SUPPRESSIONS).immutableEntries()) {
                suppressions.put(entry.getValue());
            }
        }
        return suppressions;
    }
}
