// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import io.talon.alert.v1.Alert;
import io.talon.control.v1.SiteSettings;
import io.talon.job.document.Severity;
import io.talon.job.flow.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * At most so many alerts of a site on a day (UTC, event time). What comes beyond them raises none
 * but stays searchable, and that this happens is an alert of its own. Critical ones always raise
 * theirs: nobody can hide one by causing many others. A site that is taught, or taught anew, starts
 * its day's budget anew with the first alert that the new adaptor raises: what the old one spent it
 * on says nothing about the new one's alerts.
 *
 * <p>Keyed by {@code tenant|site}. Which of several destinations' alerts comes first may differ
 * after a restart; their ids do not, so that the outcome that reached the index first stands.
 */
public final class AlertBudget
        extends KeyedBroadcastProcessFunction<String, Alert, SiteSettings, Alert> {

    private static final long serialVersionUID = 1L;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final int DAYS_KEPT = 2;

    private final double perDay;

    private transient MapState<Long, Long> used;
    private transient MapState<Long, Boolean> told;
    private transient MapState<Long, List<String>> adaptors;
    private transient Counter surfaced;
    private transient Counter overBudget;

    /**
     * @param perDay alerts a day of a site whose settings say nothing
     */
    public AlertBudget(double perDay) {
        this.perDay = perDay;
    }

    /** What alerts are keyed by. */
    public static String key(Alert alert) {
        return alert.getTenant() + "|" + alert.getSite();
    }

    @Override
    public void open(OpenContext context) {
        used =
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>("used", Types.LONG, Types.LONG));
        told =
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>("told", Types.LONG, Types.BOOLEAN));
        adaptors =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "adaptors", Types.LONG, Types.LIST(Types.STRING)));
        surfaced = getRuntimeContext().getMetricGroup().counter("alerts");
        overBudget = getRuntimeContext().getMetricGroup().counter("overBudgetAlerts");
    }

    @Override
    public void processElement(Alert alert, ReadOnlyContext context, Collector<Alert> out)
            throws Exception {
        double budget = Settings.budget(context, alert.getTenant(), alert.getSite(), perDay);
        alert.setBudget(budget);
        if (!spends(alert)) {
            out.collect(alert);
            return;
        }
        long day = Math.floorDiv(alert.getAt().toEpochMilli(), DAY_MILLIS);
        context.timerService().registerEventTimeTimer((day + DAYS_KEPT) * DAY_MILLIS);
        startAnewForAnotherAdaptor(day, adaptor(alert));
        long before = used.contains(day) ? used.get(day) : 0;
        if (before < budget || Severity.of(alert.getWorstScore()) == Severity.CRITICAL) {
            used.put(day, before + 1);
            surfaced.inc();
            out.collect(alert);
            return;
        }
        overBudget.inc();
        if (!told.contains(day)) {
            told.put(day, true);
            surfaced.inc();
            out.collect(exhausted(alert, day, adaptors.get(day), budget));
        }
        alert.setOutcome(AlertStep.OVER_BUDGET);
        out.collect(alert);
    }

    /** Each adaptor does so once a day: alerts of two that come in turns share what is left. */
    private void startAnewForAnotherAdaptor(long day, String adaptor) throws Exception {
        List<String> known = adaptors.contains(day) ? adaptors.get(day) : List.of();
        if (known.contains(adaptor)) {
            return;
        }
        if (!known.isEmpty()) {
            used.remove(day);
            told.remove(day);
        }
        List<String> all = new ArrayList<>(known);
        all.add(adaptor);
        adaptors.put(day, all);
    }

    /** By its bytes: versions are names that people may give twice. */
    private static String adaptor(Alert alert) {
        return alert.getAnomaly() == null ? "" : alert.getAnomaly().getAdaptorSha256();
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        long day = Math.floorDiv(timestamp, DAY_MILLIS) - DAYS_KEPT;
        used.remove(day);
        told.remove(day);
        adaptors.remove(day);
    }

    @Override
    public void processBroadcastElement(
            SiteSettings settings, Context context, Collector<Alert> out) throws Exception {
        Settings.take(settings, context);
    }

    private static boolean spends(Alert alert) {
        return alert.getOutcome().equals(AlertStep.SURFACED)
                && Set.of(AlertStep.OPENED, AlertStep.ESCALATED).contains(alert.getStep());
    }

    /** With an id of its own for each adaptor of a day; the first one's is that of the day. */
    private static Alert exhausted(Alert by, long day, List<String> adaptors, double budget) {
        Object which = adaptors.size() == 1 ? day : day + "/" + adaptors.get(adaptors.size() - 1);
        String id = Sha256.ofParts(by.getTenant(), by.getSite(), which, AlertStep.BUDGET_EXHAUSTED);
        return Alert.newBuilder()
                .setId(id)
                .setTenant(by.getTenant())
                .setSite(by.getSite())
                .setGroupId(id)
                .setStep(AlertStep.BUDGET_EXHAUSTED)
                .setAt(by.getAt())
                .setStarted(Instant.ofEpochMilli(day * DAY_MILLIS))
                .setCount((long) Math.ceil(budget))
                .setWorstScore(by.getWorstScore())
                .setUids(List.of())
                .setBudget(budget)
                .setRunMode(by.getRunMode())
                .build();
    }
}
