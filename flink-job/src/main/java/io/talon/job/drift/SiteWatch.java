// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.drift;

import io.talon.control.v1.SiteSettings;
import io.talon.ctalvae.drift.DriftOptions;
import io.talon.ctalvae.drift.DriftPhase;
import io.talon.ctalvae.drift.DriftReading;
import io.talon.ctalvae.drift.DriftWatch;
import io.talon.job.alert.Settings;
import io.talon.job.document.SiteHealth;
import io.talon.job.flow.FlowEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Watches a site: stable → warning → drift, and recalibrating while a new adaptor has not yet
 * scored enough to be judged. Reports at fixed event times, and at once when the state changes.
 * Nothing is learnt here: the report is for those who decide.
 *
 * <p>Keyed by {@code tenant|site}. Reports may come again after a restart, under the same ids.
 */
public final class SiteWatch
        extends KeyedBroadcastProcessFunction<String, SiteTally, SiteSettings, SiteHealth> {

    private static final long serialVersionUID = 1L;
    private static final long DAY_MICROS = Duration.ofDays(1).toMillis() * 1000;

    /** A new adaptor is judged once it has scored this many flows. */
    private static final int SETTLING_FLOWS = 1000;

    private final double budget;
    private final long intervalMillis;
    private transient ValueState<byte[]> drift;
    private transient ValueState<SiteCounts> counts;
    private transient Counter changes;

    /**
     * @param budget alerts a day of a site whose settings say nothing
     * @param interval between reports, in event time
     */
    public SiteWatch(double budget, Duration interval) {
        this.budget = budget;
        this.intervalMillis = interval.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        drift =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "drift",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        counts =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "counts", TypeInformation.of(SiteCounts.class)));
        changes = getRuntimeContext().getMetricGroup().counter("driftStateChanges");
    }

    @Override
    public void processElement(SiteTally tally, ReadOnlyContext context, Collector<SiteHealth> out)
            throws Exception {
        SiteCounts site = counts.value() == null ? new SiteCounts() : counts.value();
        double perDay = Settings.budget(context, tally.tenant, tally.site, budget);
        DriftOptions options = DriftOptions.of(perDay);
        DriftWatch watch =
                drift.value() == null
                        ? new DriftWatch(options)
                        : DriftWatch.fromBytes(drift.value(), options);
        add(site, tally);
        observe(watch, site, tally);
        drift.update(watch.toBytes());
        schedule(site, tally, context);
        String phase = watch.reading().phase().name();
        if (!phase.equals(site.phase)) {
            site.phase = phase;
            changes.inc();
            long at = Math.max(tally.newestMicros, 0);
            out.collect(health(tally.tenant, tally.site, at, site, watch.reading(), perDay));
            site.reported();
        }
        counts.update(site);
    }

    private static void add(SiteCounts site, SiteTally tally) {
        site.flows += tally.p.length + tally.skipped;
        site.late += tally.late;
        site.dead += tally.dead;
        site.allFlows += tally.p.length + tally.skipped;
        site.allLate += tally.late;
        site.allDead += tally.dead;
        site.suppressed += tally.suppressed;
        site.alerts += tally.alerts;
        if (tally.alerts > 0) {
            long day = Math.floorDiv(tally.newestMicros, DAY_MICROS);
            site.usedToday = tally.alerts + (day == site.day ? site.usedToday : 0);
            site.day = day;
        }
    }

    private static void observe(DriftWatch watch, SiteCounts site, SiteTally tally) {
        if (tally.p.length == 0) {
            return;
        }
        if (!site.adaptorVersion.isEmpty() && !tally.adaptorVersion.equals(site.adaptorVersion)) {
            watch.recalibrating();
            site.sinceAdaptor = 0;
        }
        site.adaptorVersion = tally.adaptorVersion;
        site.maturity = tally.maturity;
        site.sinceAdaptor += tally.p.length;
        if (watch.reading().phase() == DriftPhase.RECALIBRATING
                && site.sinceAdaptor >= SETTLING_FLOWS) {
            watch.recalibrated();
        }
        for (int i = 0; i < tally.p.length; i++) {
            boolean anomalous = tally.ends[i] < 0;
            long end = anomalous ? -tally.ends[i] - 1 : tally.ends[i];
            watch.observe(tally.p[i], anomalous, end);
        }
    }

    private void schedule(SiteCounts site, SiteTally tally, ReadOnlyContext context) {
        long from = Math.max(tally.newestMicros / 1000, context.currentWatermark());
        if (site.due == Long.MIN_VALUE && from > 0) {
            site.due = (from / intervalMillis + 1) * intervalMillis;
            context.timerService().registerEventTimeTimer(site.due);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SiteHealth> out)
            throws Exception {
        SiteCounts site = counts.value();
        if (site == null || site.due != timestamp) {
            return;
        }
        site.due = Long.MIN_VALUE;
        if (!site.isEmpty()) {
            String[] key = context.getCurrentKey().split("\\|", 2);
            double perDay = Settings.budget(context, key[0], key[1], budget);
            DriftReading reading =
                    DriftWatch.fromBytes(drift.value(), DriftOptions.of(perDay)).reading();
            out.collect(health(key[0], key[1], timestamp * 1000, site, reading, perDay));
            site.reported();
        }
        counts.update(site);
    }

    @Override
    public void processBroadcastElement(
            SiteSettings settings, Context context, Collector<SiteHealth> out) throws Exception {
        Settings.take(settings, context);
    }

    private static SiteHealth health(
            String tenant,
            String name,
            long atMicros,
            SiteCounts site,
            DriftReading reading,
            double perDay) {
        Instant at = FlowEvents.instant(atMicros);
        boolean today = Math.floorDiv(atMicros, DAY_MICROS) == site.day;
        return new SiteHealth(
                tenant,
                name,
                at,
                site.flows,
                site.late,
                site.dead,
                site.suppressed,
                site.alerts,
                site.allFlows,
                site.allLate,
                site.allDead,
                perDay,
                today ? site.usedToday : 0,
                reading.phase().name().toLowerCase(Locale.ROOT),
                Math.abs(0.5 - reading.meanP()),
                site.adaptorVersion,
                site.maturity);
    }
}
