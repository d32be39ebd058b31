// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.local.part.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What Elasticsearch holds of one tenant. */
final class Index {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String elasticsearch;
    private final String tenant;
    private final Http http = new Http(Duration.ofSeconds(20));

    Index(String elasticsearch, String tenant) {
        this.elasticsearch = elasticsearch;
        this.tenant = tenant;
    }

    /** Ids of the alert steps of these kinds. */
    Set<String> alertIds(Set<String> steps) throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        for (JsonNode hit : hits("logs-talon.anomaly-" + tenant)) {
            if (steps.contains(hit.at("/_source/talon/alert/step").asText())
                    && !ids.add(hit.path("_id").asText())) {
                throw new AssertionError("twice in the index: " + hit);
            }
        }
        return ids;
    }

    /** When the job found the first anomaly of this destination. */
    Instant detected(String destination) throws IOException, InterruptedException {
        for (JsonNode hit : hits("logs-talon.anomaly-" + tenant)) {
            if (hit.at("/_source/talon/alert/step").asText().equals("opened")
                    && hit.at("/_source/destination/ip").asText().equals(destination)) {
                return Instant.parse(hit.at("/_source/event/created").asText());
            }
        }
        throw new AssertionError("no alert for " + destination);
    }

    /** By site, how many flows were scored or late. */
    Map<String, Long> totals() throws IOException, InterruptedException {
        Map<String, Long> totals = new TreeMap<>();
        for (JsonNode hit : hits("metrics-talon.score-" + tenant)) {
            JsonNode total = hit.at("/_source/talon/health/total");
            if (!total.isMissingNode()) {
                totals.merge(
                        hit.at("/_source/talon/site/id").asText(),
                        total.path("flows").asLong(),
                        Math::max);
            }
        }
        return totals;
    }

    /** By outcome, how many alert steps there are. */
    Map<String, Long> outcomes() throws IOException, InterruptedException {
        Map<String, Long> outcomes = new TreeMap<>();
        for (JsonNode hit : hits("logs-talon.anomaly-" + tenant)) {
            outcomes.merge(hit.at("/_source/talon/alert/outcome").asText(), 1L, Long::sum);
        }
        return outcomes;
    }

    /** By {@code event.kind}, how many alert steps there are. */
    Map<String, Long> kinds() throws IOException, InterruptedException {
        Map<String, Long> kinds = new TreeMap<>();
        for (JsonNode hit : hits("logs-talon.anomaly-" + tenant)) {
            kinds.merge(hit.at("/_source/event/kind").asText(), 1L, Long::sum);
        }
        return kinds;
    }

    /** Makes the tenant's data stream refuse a document for one of its values. */
    void refuseSourcePortsAbove32767() throws IOException, InterruptedException {
        put(
                "/_index_template/narrow-" + tenant,
                """
                {"index_patterns": ["logs-talon.anomaly-%s"], "priority": 1000, "data_stream": {},
                 "template": {"mappings": {"properties":
                   {"source": {"properties": {"port": {"type": "short"}}}}}}}
                """
                        .formatted(tenant));
    }

    /** Lets Elasticsearch find its disk fuller than it allows: it then takes no more documents. */
    void fillDisk() throws IOException, InterruptedException {
        watermarks("true", "\"900tb\"");
    }

    /** Lets it find space again. */
    void freeDisk() throws IOException, InterruptedException {
        watermarks("true", "\"1b\"");
    }

    private void watermarks(String enabled, String free) throws IOException, InterruptedException {
        put(
                "/_cluster/settings",
                """
                {"transient": {
                  "cluster.routing.allocation.disk.threshold_enabled": %1$s,
                  "cluster.routing.allocation.disk.watermark.low": %2$s,
                  "cluster.routing.allocation.disk.watermark.high": %2$s,
                  "cluster.routing.allocation.disk.watermark.flood_stage": %2$s,
                  "cluster.info.update.interval": "10s"}}
                """
                        .formatted(enabled, free));
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(elasticsearch + path))
                                        .header("Content-Type", "application/json")
                                        .PUT(BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
    }

    /** Dead letters of flows, with and without a tenant. */
    long deadFlows() throws IOException, InterruptedException {
        return dead(tenant, "flows") + dead("unassigned", "flows");
    }

    /** Dead letters of control records. */
    long deadControls() throws IOException, InterruptedException {
        return dead(tenant, "control") + dead("unassigned", "control");
    }

    private long dead(String namespace, String what) throws IOException, InterruptedException {
        long count = 0;
        for (JsonNode hit : hits("logs-talon.dlq-" + namespace)) {
            JsonNode letter = hit.at("/_source/talon/dead_letter");
            String topic = letter.path("topic").asText();
            boolean ofFlows =
                    Set.of("late", "score").contains(letter.path("stage").asText())
                            || topic.equals(tenant + ".flows");
            boolean ofControl = topic.equals(tenant + ".control");
            count += (what.equals("flows") ? ofFlows : ofControl) ? 1 : 0;
        }
        return count;
    }

    /** Stages and reasons of dead letters of refused documents. */
    Map<String, String> refusedDocuments() throws IOException, InterruptedException {
        Map<String, String> refused = new TreeMap<>();
        for (JsonNode hit : hits("logs-talon.dlq-" + tenant)) {
            if (hit.at("/_source/talon/dead_letter/stage").asText().equals("index")) {
                refused.put(
                        hit.at("/_source/talon/dead_letter/document_id").asText(),
                        hit.at("/_source/error/message").asText());
            }
        }
        return refused;
    }

    private JsonNode hits(String stream) throws IOException, InterruptedException {
        String base = elasticsearch + "/" + stream;
        String lenient = "ignore_unavailable=true&allow_no_indices=true";
        http.post(
                URI.create(base + "/_refresh?" + lenient),
                "application/json",
                BodyPublishers.noBody());
        return http.get(URI.create(base + "/_search?size=10000&" + lenient)).at("/hits/hits");
    }

    static String stepOf(byte[] document) {
        try {
            return JSON.readTree(document).at("/talon/alert/step").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
