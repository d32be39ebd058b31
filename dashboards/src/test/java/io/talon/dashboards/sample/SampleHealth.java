// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Health of each site, once an hour: {@code event.action} is {@code site-health}. */
final class SampleHealth {
    private static final int HOURS = 7 * 24;
    private static final double WARNING = 0.1;
    private static final double DRIFT = 0.25;

    private SampleHealth() {}

    static List<SampleDocument> make(long seed, Instant end) {
        Random random = new Random(seed);
        List<SampleDocument> documents = new ArrayList<>();
        for (SampleSite site : SampleSite.ALL) {
            int today = 0;
            for (int hour = HOURS; hour > 0; hour--) {
                Instant time =
                        end.minus(Duration.ofHours(hour)).plusMillis(1_800_000 + documents.size());
                int alerts = random.nextInt(8) == 0 ? 1 + random.nextInt(4) : 0;
                today = time.toString().contains("T00:") ? alerts : today + alerts;
                documents.add(one(site, time, hour, alerts, today, random));
            }
        }
        return documents;
    }

    private static SampleDocument one(
            SampleSite site, Instant time, int hour, int alerts, int today, Random random) {
        double progress = 1 - hour / (double) HOURS;
        double distance =
                0.02
                        + random.nextInt(40) / 1000.0
                        + (site.drifts() ? 0.3 * Math.max(0, progress - 0.35) / 0.65 : 0);
        distance = Math.rint(distance * 1000) / 1000;
        double day =
                1
                        + 0.5
                                * Math.sin(
                                        2
                                                * Math.PI
                                                * (time.getEpochSecond() % 86_400 - 28_800)
                                                / 86_400.0);
        return SampleDocument.of("metrics", "talon.score", "metric", site, time)
                .put("event.action", "site-health")
                .put("event.id", "%032x%032x".formatted(site.name().hashCode(), hour))
                .put("talon.site.id", site.name())
                .put("talon.adaptor.version", adaptor(site, hour))
                .put("talon.adaptor.maturity", site.maturity())
                .put(
                        "talon.health.flows",
                        (long) (site.flowsPerHour() * day * (0.9 + random.nextInt(20) / 100.0)))
                .put("talon.health.late", random.nextInt(12))
                .put("talon.health.dead", random.nextInt(3))
                .put("talon.health.suppressed", random.nextInt(5))
                .put("talon.health.alerts", alerts)
                .put("talon.health.total.flows", (HOURS - hour) * (long) site.flowsPerHour())
                .put("talon.health.total.late", 6L * (HOURS - hour))
                .put("talon.health.total.dead", HOURS - hour)
                .put("talon.budget.per_day", site.budget())
                .put("talon.budget.used_today", Math.min(today, site.budget()))
                .put("talon.budget.exhausted", today >= site.budget())
                .put(
                        "talon.drift.state",
                        distance > DRIFT ? "drift" : distance > WARNING ? "warning" : "stable")
                .put("talon.drift.distance", distance);
    }

    /** The adaptor was renewed three days before the end. */
    private static String adaptor(SampleSite site, int hour) {
        return site.adaptor() > 1 && hour > 72
                ? site.name() + "-" + (site.adaptor() - 1)
                : site.adaptorVersion();
    }
}
