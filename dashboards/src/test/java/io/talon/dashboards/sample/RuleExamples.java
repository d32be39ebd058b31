// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** True and false examples of each detection rule. */
public final class RuleExamples {
    /** When the rules look; long after the week of {@link SampleDocuments}. */
    public static final Instant NOW = SampleDocuments.END.plus(Duration.ofDays(30));

    private final String tenant;
    private final SampleSite site;
    private final SampleSite other;
    private final List<SampleDocument> documents = new ArrayList<>();

    private RuleExamples(String tenant) {
        this.tenant = tenant;
        site = new SampleSite(tenant, "plant-7", "10.7.0.", "adapted", 12, 5200, 10, false);
        other = new SampleSite(tenant, "office-2", "10.2.0.", "generic", 0, 900, 10, false);
    }

    /** By the rules' names. */
    public static Map<String, RuleExample> byName() {
        return Map.of(
                "Talon: Unusual Sequence of Flows with a High Score", highScore(),
                "Talon: One Source Behind Unusual Sequences to Several Destinations", sweep(),
                "Talon: The Same Destination Unusual Again and Again", repeated(),
                "Talon: Alert Budget of a Site Exhausted", budget(),
                "Talon: Traffic of a Site Has Drifted from What It Was Taught", drift(),
                "Talon: Dead Letters Rising", deadLetters());
    }

    private static RuleExample highScore() {
        RuleExamples of = new RuleExamples("rule_high");
        of.anomaly(of.site, "10.7.0.9", "203.0.113.9", 75).put("event.id", "at-the-bound");
        of.anomaly(of.other, "10.2.0.9", "203.0.113.9", 99.2).put("event.id", "critical");
        of.anomaly(of.site, "10.7.0.9", "203.0.113.9", 91)
                .put("event.id", "got-worse")
                .put("talon.alert.step", "escalated");
        of.anomaly(of.site, "10.7.0.9", "203.0.113.9", 74.9).put("event.id", "below");
        of.anomaly(of.site, "10.7.0.9", "203.0.113.9", 97)
                .put("event.id", "of-the-past")
                .put("event.kind", "event")
                .put("talon.run.mode", "historical");
        of.anomaly(of.site, "10.7.0.9", "203.0.113.9", 97)
                .put("event.id", "grown")
                .put("event.kind", "event")
                .put("talon.alert.step", "updated");
        of.heldBack(of.site, "10.7.0.9", "203.0.113.9", "suppressed").put("event.id", "suppressed");
        of.heldBack(of.site, "10.7.0.9", "203.0.113.9", "over-budget").put("event.id", "over");
        of.exhausted(of.site).put("talon.alert.worst_score", 80);
        return of.finding("at-the-bound", "critical", "got-worse");
    }

    private static RuleExample sweep() {
        RuleExamples of = new RuleExamples("rule_sweep");
        for (int host = 1; host <= 6; host++) {
            if (host <= 3) {
                of.anomaly(of.site, "10.7.0.9", "10.7.0." + (20 + host), 60);
            } else { // those beyond the budget count
                of.heldBack(of.site, "10.7.0.9", "10.7.0." + (20 + host), "over-budget");
            }
            of.anomaly(of.site, "10.7.0." + host, "10.7.0.30", 60); // many towards one
            of.anomaly(of.site, "10.7.0.10", "10.7.0." + (20 + host % 4), 90); // four only
            of.anomaly(host % 2 == 0 ? of.site : of.other, "10.9.9.9", "192.0.2." + host, 60);
            of.heldBack(of.site, "10.7.0.11", "10.7.0." + (20 + host), "suppressed");
            of.anomaly(of.site, "10.7.0.12", "10.7.0." + (20 + host), 60)
                    .put("event.kind", "event")
                    .put("talon.run.mode", "historical");
        }
        return of.finding("rule_sweep|plant-7|10.7.0.9");
    }

    private static RuleExample repeated() {
        RuleExamples of = new RuleExamples("rule_again");
        of.anomaly(of.site, "10.7.0.9", "192.0.2.88", 80).put("talon.anomaly.group_id", "one");
        for (int i = 0; i < 5; i++) {
            of.anomaly(of.site, "10.7.0." + i, "203.0.113.9", 55);
            of.anomaly(of.site, "10.7.0.9", "198.51.100." + i, 95);
            of.anomaly(i < 4 ? of.site : of.other, "10.7.0.9", "192.0.2.77", 95);
            of.heldBack(of.site, "10.7.0.9", "192.0.2.66", "suppressed");
            of.heldBack(of.site, "10.7.0.9", "192.0.2.55", "over-budget");
            of.anomaly(of.site, "10.7.0.9", "192.0.2.88", 80 + i) // one episode, told five times
                    .put("talon.alert.step", i == 0 ? "escalated" : "updated")
                    .put("talon.anomaly.group_id", "one");
            of.anomaly(of.site, "10.7.0.9", "192.0.2.99", 80) // one opening, indexed five times
                    .put("talon.anomaly.group_id", "two");
        }
        return of.finding("rule_again|plant-7|203.0.113.9", "rule_again|plant-7|192.0.2.55");
    }

    private static RuleExample budget() {
        RuleExamples of = new RuleExamples("rule_budget");
        of.exhausted(of.site).put("event.id", "used-up");
        of.exhausted(of.other).put("event.id", "of-the-past").put("event.kind", "event");
        of.anomaly(of.site, "10.7.0.9", "203.0.113.9", 95);
        of.heldBack(of.site, "10.7.0.9", "203.0.113.9", "over-budget");
        return of.finding("used-up");
    }

    private static RuleExample drift() {
        RuleExamples of = new RuleExamples("rule_drift");
        of.health(of.site).put("talon.drift.state", "drift");
        of.health(of.site).put("talon.drift.state", "drift");
        of.health(of.other).put("talon.drift.state", "drift");
        of.health(of.other).put("talon.drift.state", "warning");
        return of.finding("rule_drift|plant-7");
    }

    private static RuleExample deadLetters() {
        RuleExamples of = new RuleExamples("rule_dead");
        for (int i = 0; i < 50; i++) {
            of.deadLetter("decode");
            if (i > 0) {
                of.deadLetter("index");
            }
        }
        return of.finding("rule_dead|decode");
    }

    private RuleExample finding(String... alerts) {
        return new RuleExample(tenant, documents, Set.of(alerts));
    }

    /** That an episode of its own has begun. */
    private SampleDocument anomaly(SampleSite at, String source, String destination, double score) {
        return add("logs", "talon.anomaly", "alert", at)
                .put("rule.id", "talon.sequence_anomaly")
                .put("source.ip", source)
                .put("destination.ip", destination)
                .put("talon.site.id", at.name())
                .put("talon.sequence.key", destination)
                .put("talon.anomaly.record_score", score)
                .put("talon.anomaly.group_id", "group-" + documents.size())
                .put("talon.alert.step", "opened")
                .put("talon.alert.outcome", "surfaced")
                .put("talon.run.mode", "streaming");
    }

    private SampleDocument heldBack(
            SampleSite at, String source, String destination, String outcome) {
        return anomaly(at, source, destination, 80)
                .put("event.kind", "event")
                .put("tags", List.of(outcome))
                .put("talon.alert.outcome", outcome);
    }

    private SampleDocument exhausted(SampleSite at) {
        return add("logs", "talon.anomaly", "alert", at)
                .put("rule.id", "talon.alert_budget")
                .put("talon.site.id", at.name())
                .put("talon.alert.step", "budget-exhausted")
                .put("talon.alert.outcome", "surfaced")
                .put("talon.run.mode", "streaming");
    }

    private SampleDocument health(SampleSite at) {
        return add("metrics", "talon.score", "metric", at)
                .put("event.action", "site-health")
                .put("talon.site.id", at.name());
    }

    private void deadLetter(String stage) {
        add("logs", "talon.dlq", "pipeline_error", site).put("talon.dead_letter.stage", stage);
    }

    /** Each a second before the one before it, so that all are within the shortest look back. */
    private SampleDocument add(String type, String dataset, String kind, SampleSite at) {
        Instant time = NOW.minusSeconds(1 + documents.size());
        SampleDocument document = SampleDocument.of(type, dataset, kind, at, time);
        document.put("event.id", "%064x".formatted(documents.size()));
        documents.add(document);
        return document;
    }
}
