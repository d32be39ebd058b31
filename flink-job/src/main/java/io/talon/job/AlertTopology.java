// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.alert.v1.Alert;
import io.talon.anomaly.v1.Anomaly;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.alert.AlertBudget;
import io.talon.job.alert.AlertGrouper;
import io.talon.job.alert.EpisodeRules;
import io.talon.job.alert.Settings;
import io.talon.job.document.SiteHealth;
import io.talon.job.drift.SiteTally;
import io.talon.job.drift.SiteWatch;
import io.talon.job.drift.TallyScores;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From scores and anomalies to what people are told: alerts, and each site's health.
 *
 * <pre>
 * anomalies ──keyBy destination──► episodes ──keyBy site──► budget ─┬─► alerts
 * suppressions ──broadcast─────────┘        settings ─broadcast─┘   │
 * scores ──chained──► tallies ──┐                                   │
 * dead letters ─────────────────┴──keyBy site──► watch ◄────────────┘
 *                                                  └─► health
 * </pre>
 */
final class AlertTopology {

    private AlertTopology() {}

    /**
     * What a deployment decides.
     *
     * @param budget alerts a day of a site whose settings say nothing
     * @param reportInterval between reports of a site's health, in event time
     */
    record Rules(EpisodeRules episodes, double budget, Duration reportInterval) {}

    /**
     * Both broadcast inputs must not hold back the watermark.
     *
     * @param deadLetters all of the job's
     */
    static AlertOutputs build(
            JobOutputs scored,
            DataStream<DeadLetter> deadLetters,
            DataStream<Suppression> suppressions,
            DataStream<SiteSettings> settings,
            Rules rules) {
        BroadcastStream<SiteSettings> sites = settings.broadcast(Settings.STATE);
        DataStream<Alert> alerts = alerts(scored.anomalies(), suppressions, sites, rules);
        DataStream<SiteHealth> health =
                tallies(scored, deadLetters, alerts)
                        .keyBy(SiteTally::key, Types.STRING)
                        .connect(sites)
                        .process(new SiteWatch(rules.budget(), rules.reportInterval()))
                        .returns(TypeInformation.of(SiteHealth.class))
                        .uid(OperatorUids.SITE_WATCH)
                        .name(OperatorUids.SITE_WATCH);
        return new AlertOutputs(alerts, health);
    }

    private static DataStream<Alert> alerts(
            DataStream<Anomaly> anomalies,
            DataStream<Suppression> suppressions,
            BroadcastStream<SiteSettings> sites,
            Rules rules) {
        return anomalies
                .keyBy(AlertGrouper::key, Types.STRING)
                .connect(suppressions.broadcast(AlertGrouper.SUPPRESSIONS))
                .process(new AlertGrouper(rules.episodes()))
                .uid(OperatorUids.EPISODES)
                .name(OperatorUids.EPISODES)
                .keyBy(AlertBudget::key, Types.STRING)
                .connect(sites)
                .process(new AlertBudget(rules.budget()))
                .uid(OperatorUids.ALERT_BUDGET)
                .name(OperatorUids.ALERT_BUDGET);
    }

    private static DataStream<SiteTally> tallies(
            JobOutputs scored, DataStream<DeadLetter> deadLetters, DataStream<Alert> alerts) {
        TypeInformation<SiteTally> tally = TypeInformation.of(SiteTally.class);
        return scored.scores()
                .transform(OperatorUids.TALLIES, tally, new TallyScores())
                .uid(OperatorUids.TALLIES)
                .union(
                        deadLetters
                                .filter(letter -> letter.getSite() != null)
                                .uid(OperatorUids.DEAD_OF_SITES)
                                .name(OperatorUids.DEAD_OF_SITES)
                                .map(SiteTally::of, tally)
                                .uid(OperatorUids.DEAD_TALLIES)
                                .name(OperatorUids.DEAD_TALLIES),
                        alerts.map(SiteTally::of, tally)
                                .uid(OperatorUids.ALERT_TALLIES)
                                .name(OperatorUids.ALERT_TALLIES));
    }
}
