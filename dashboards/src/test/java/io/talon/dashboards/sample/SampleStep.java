// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** One document of an episode: that which the job's tests expect, with other values. */
final class SampleStep {
    private static final Path EXPECTED =
            Path.of("../flink-job/src/test/resources/io/talon/job/document");

    private final ObjectNode anomaly = read("anomaly.json");
    private final ObjectNode closed = read("alert-closed.json");
    private final ObjectNode exhausted = read("alert-budget-exhausted.json");

    /** One that an anomaly made. */
    SampleDocument ofSequence(SampleGroup group, SampleGroup.Step step) {
        SampleSite site = group.site();
        SampleEpisode kind = group.kind();
        boolean first = step.name().equals("opened");
        String id = first ? group.id() : id(group, step.name());
        SampleDocument document =
                common(anomaly, site, step.at(), id)
                        .put("message", kind.sentence().formatted(place(group)))
                        .put("event.action", first ? "sequence-anomaly" : "alert-" + step.name())
                        .put("event.start", step.at().minusSeconds(360).toString())
                        .put("event.created", step.at().plusSeconds(1).toString())
                        .put("destination.ip", group.destination())
                        .put("destination.address", group.destination())
                        .put("destination.port", kind.port())
                        .put("observer.name", "sensor-" + site.name())
                        .put("talon.anomaly.record_score", step.score())
                        .put("talon.anomaly.initial_record_score", step.score())
                        .put("talon.sequence.profile", "zeek-conn-v1")
                        .put("talon.sequence.values", "AACAPwAAAEA=")
                        .put("talon.sequence.key", group.destination())
                        .put("talon.sequence.length", 10)
                        .put(
                                "talon.sequence.uids",
                                List.of("C" + id.substring(54) + "a", "C" + id.substring(54) + "b"))
                        .put("talon.adaptor.version", site.adaptorVersion())
                        .put("talon.adaptor.maturity", site.maturity());
        ObjectNode network = (ObjectNode) document.json().path("network");
        if (kind.protocol().isEmpty()) {
            network.remove("protocol");
        } else {
            network.put("protocol", kind.protocol());
        }
        return of(document, group, step.name(), step.count(), step.score())
                .put("talon.alert.started", step.at().minusSeconds(360).toString());
    }

    /** That none followed for a while. */
    SampleDocument closed(SampleGroup group, Instant at, int count, double worst) {
        String began = at.minusSeconds(540).toString();
        SampleDocument document =
                common(closed, group.site(), at, id(group, "closed"))
                        .put(
                                "message",
                                "No more unusual sequences to %s after %d since %s"
                                        .formatted(place(group), count, began))
                        .put("event.start", began)
                        .put("destination.ip", group.destination())
                        .put("destination.address", group.destination());
        return of(document, group, "closed", count, worst).put("talon.alert.started", began);
    }

    /** That a site has used up the alerts of a day. */
    SampleDocument exhausted(SampleSite site, Instant day, Instant at, double score) {
        String id = SampleHash.of(site.name() + day);
        return scored(common(exhausted, site, at, id), score)
                .put("event.severity", 73)
                .put(
                        "message",
                        "Site %s has used up its %d alerts of the day: from now until midnight UTC only critical anomalies raise an alert, all others are kept as events"
                                .formatted(site.name(), site.budget()))
                .put("event.start", day.toString())
                .put("talon.anomaly.group_id", id)
                .put("talon.anomaly.group_count", site.budget())
                .put("talon.alert.started", day.toString())
                .put("talon.alert.worst_score", score)
                .put("talon.alert.uids", List.of())
                .put("talon.alert.budget_per_day", site.budget());
    }

    private static SampleDocument common(ObjectNode form, SampleSite site, Instant at, String id) {
        return new SampleDocument("logs-talon.anomaly-" + site.tenant(), form.deepCopy())
                .put("@timestamp", at.toString())
                .put("data_stream.namespace", site.tenant())
                .put("event.id", id)
                .put("event.end", at.toString())
                .put("organization.id", site.tenant())
                .put("labels.site", site.name())
                .put("talon.site.id", site.name());
    }

    private static SampleDocument of(
            SampleDocument document, SampleGroup group, String step, int count, double score) {
        scored(document, score)
                .put("event.kind", group.eventKind(step))
                .put("talon.run.mode", group.mode())
                .put("talon.anomaly.group_id", group.id())
                .put("talon.anomaly.group_count", count)
                .put("talon.alert.step", step)
                .put("talon.alert.outcome", group.outcome())
                .put("talon.alert.worst_score", score)
                .put("talon.alert.uids", List.of("C" + group.id().substring(54) + "b"))
                .put("talon.alert.budget_per_day", group.site().budget());
        return group.outcome().equals("surfaced")
                ? document
                : document.put("tags", List.of(group.outcome()));
    }

    private static SampleDocument scored(SampleDocument document, double score) {
        int severity = score >= 90 ? 99 : score >= 75 ? 73 : score >= 50 ? 47 : 21;
        return document.put("event.severity", severity)
                .put("event.risk_score", score)
                .put("event.risk_score_norm", score);
    }

    private static String id(SampleGroup group, String step) {
        return SampleHash.of(group.id() + step);
    }

    private static String place(SampleGroup group) {
        return "%s (site %s)".formatted(group.destination(), group.site().name());
    }

    private static ObjectNode read(String file) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(EXPECTED.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
