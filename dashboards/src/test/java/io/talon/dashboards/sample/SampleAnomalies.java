// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Anomalies: the document that the job's tests expect, with other values. */
final class SampleAnomalies {
    private static final Path EXPECTED =
            Path.of("../flink-job/src/test/resources/io/talon/job/document/anomaly.json");

    private final Random random;
    private final Instant end;
    private final ObjectNode form;
    private final List<SampleDocument> documents = new ArrayList<>();

    private SampleAnomalies(long seed, Instant end) {
        this.random = new Random(seed);
        this.end = end;
        try {
            form = (ObjectNode) new ObjectMapper().readTree(EXPECTED.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SampleDocument> make(long seed, Instant end) {
        SampleAnomalies anomalies = new SampleAnomalies(seed, end);
        for (SampleSite site : SampleSite.ALL) {
            for (SampleEpisode episode : SampleEpisode.ALL) {
                anomalies.episode(site, episode);
            }
        }
        return anomalies.documents;
    }

    /** A burst in the last day, and a few in the week before. */
    private void episode(SampleSite site, SampleEpisode episode) {
        int count = 1 + random.nextInt(episode.anomalies() / (site.budget() > 10 ? 1 : 2));
        long start = random.nextInt(20 * 3600);
        for (int i = 0; i < count; i++) {
            boolean recent = random.nextInt(4) > 0;
            long before = recent ? start + random.nextInt(4 * 3600) : random.nextInt(7 * 86_400);
            add(site, episode, end.minusMillis(before * 1000 + 1 + documents.size()));
        }
    }

    private void add(SampleSite site, SampleEpisode episode, Instant time) {
        double score =
                Math.min(99.9, Math.max(5.1, tenth(episode.score() + 6 * random.nextGaussian())));
        String source = site.address(10 + random.nextInt(7));
        String destination = destination(site, episode);
        int number = documents.size();
        SampleDocument document =
                new SampleDocument("logs-talon.anomaly-" + site.tenant(), form.deepCopy())
                        .put("@timestamp", time.toString())
                        .put("data_stream.namespace", site.tenant())
                        .put(
                                "message",
                                episode.sentence()
                                        .formatted(
                                                "%s (site %s)".formatted(destination, site.name())))
                        .put("event.id", "%064x".formatted(0x9e3779b97f4a7c15L * (number + 1)))
                        .put("event.start", time.minus(Duration.ofMinutes(6)).toString())
                        .put("event.end", time.toString())
                        .put("event.created", time.plusSeconds(1).toString())
                        .put(
                                "event.severity",
                                score >= 90 ? 99 : score >= 75 ? 73 : score >= 50 ? 47 : 21)
                        .put("event.risk_score", score)
                        .put("event.risk_score_norm", score)
                        .put("source.ip", source)
                        .put("source.address", source)
                        .put("source.bytes", (long) (1e4 * (1 + random.nextInt(400))))
                        .put("destination.ip", destination)
                        .put("destination.address", destination)
                        .put("destination.port", episode.port())
                        .put("network.community_id", "1:" + Integer.toHexString(number))
                        .put("network.bytes", (long) (1e5 * (1 + random.nextInt(500))))
                        .put("observer.name", "sensor-" + site.name())
                        .put("related.ip", List.of(source, destination))
                        .put("organization.id", site.tenant())
                        .put("labels.site", site.name())
                        .put("talon.site.id", site.name())
                        .put("talon.anomaly.record_score", score)
                        .put("talon.anomaly.initial_record_score", score)
                        .put("talon.anomaly.group_id", "%064x".formatted(number + 1))
                        .put("talon.anomaly.group_count", 1 + number % 5)
                        .put("talon.alert.step", "opened")
                        .put("talon.alert.outcome", "surfaced")
                        .put("talon.alert.started", time.minus(Duration.ofMinutes(6)).toString())
                        .put("talon.alert.worst_score", score)
                        .put("talon.alert.uids", List.of("C%06db".formatted(number)))
                        .put("talon.alert.budget_per_day", site.budget())
                        .put("talon.sequence.profile", "zeek-conn-v1")
                        .put("talon.sequence.values", "AACAPwAAAEA=")
                        .put("talon.sequence.key", destination)
                        .put("talon.sequence.length", 10)
                        .put(
                                "talon.sequence.uids",
                                List.of("C%06da".formatted(number), "C%06db".formatted(number)))
                        .put("talon.adaptor.version", site.adaptorVersion())
                        .put("talon.adaptor.maturity", site.maturity());
        if (episode.protocol().isEmpty()) {
            ((ObjectNode) document.json().path("network")).remove("protocol");
        } else {
            document.put("network.protocol", episode.protocol());
        }
        if (number % 3 == 0) {
            document.put("network.vlan.id", "100");
        }
        if (number % 25 == 7) {
            suppress(document, time);
        }
        features(document, episode);
        documents.add(document);
    }

    private static void suppress(SampleDocument document, Instant time) {
        document.put("tags", List.of("suppressed"))
                .put("talon.alert.outcome", "suppressed")
                .put("talon.suppression.id", "nightly-backup")
                .put("talon.suppression.owner", "ada")
                .put("talon.suppression.reason", "backup at night")
                .put("talon.suppression.expires", time.plus(Duration.ofDays(30)).toString());
    }

    private void features(SampleDocument document, SampleEpisode episode) {
        ((ObjectNode) document.json().path("talon")).remove("feature");
        for (SampleEpisode.SampleFeature each : episode.features()) {
            String name = "talon.feature." + each.name();
            document.put(
                            name + ".actual",
                            Math.rint(each.actual() * (1 + random.nextInt(20)) * 10) / 100)
                    .put(name + ".typical", each.typical())
                    .put(name + ".contribution", each.contribution());
        }
        document.put(
                "talon.top_features",
                episode.features().stream().map(SampleEpisode.SampleFeature::name).toList());
    }

    private static String destination(SampleSite site, SampleEpisode episode) {
        return episode.destination().startsWith("10.")
                ? site.address(episode.port() % 200)
                : episode.destination();
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
