// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.local.part.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a person would look up in Elasticsearch: the anomalies and dead letters of the demo. */
final class AnomalyIndex {
    private static final String ANOMALIES = "/logs-talon.anomaly-*/";
    private static final String DEAD_LETTERS = "/logs-talon.dlq-*/";

    private final String elasticsearch;
    private final Http http = new Http(Duration.ofSeconds(10));

    AnomalyIndex(String elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * An anomaly, as far as it is shown here.
     *
     * @param score record score, 0 to 100
     * @param sentence what was unusual
     */
    record Shown(String time, String site, double score, int severity, String sentence) {}

    /** The number of alerts that can be found now. */
    long alerts() throws IOException, InterruptedException {
        return count(ANOMALIES, "?q=event.kind:alert");
    }

    /** The number of dead letters that can be found now. */
    long deadLetters() throws IOException, InterruptedException {
        return count(DEAD_LETTERS, "");
    }

    /** Makes everything findable that was written before. */
    void refresh() throws IOException, InterruptedException {
        URI uri = URI.create(elasticsearch + "/logs-talon.*/_refresh");
        http.post(uri, "application/json", BodyPublishers.noBody());
    }

    /** The most unusual anomalies, and of each destination only the first. */
    List<Shown> mostUnusual(int limit) throws IOException, InterruptedException {
        JsonNode query =
                new ObjectMapper()
                        .readTree(
                                """
                                {"size": %d,
                                 "query": {"bool": {"filter": [
                                   {"term": {"event.kind": "alert"}},
                                   {"exists": {"field": "talon.sequence.key"}}]}},
                                 "sort": [{"talon.anomaly.record_score": "desc"},
                                          {"talon.anomaly.error": "desc"}],
                                 "collapse": {"field": "talon.sequence.key"}}
                                """
                                        .formatted(limit));
        List<Shown> shown = new ArrayList<>();
        URI uri = URI.create(elasticsearch + ANOMALIES + "_search");
        for (JsonNode hit : http.post(uri, query).at("/hits/hits")) {
            JsonNode document = hit.path("_source");
            shown.add(
                    new Shown(
                            document.path("@timestamp").asText(),
                            document.at("/talon/site/id").asText(),
                            document.at("/talon/anomaly/record_score").asDouble(),
                            document.at("/event/severity").asInt(),
                            document.path("message").asText()));
        }
        return shown;
    }

    /** An address that a browser can open to see the anomalies. */
    String searchAddress() {
        return elasticsearch + ANOMALIES + "_search?pretty&sort=talon.anomaly.record_score:desc";
    }

    private long count(String pattern, String query) throws IOException, InterruptedException {
        return http.get(URI.create(elasticsearch + pattern + "_count" + query))
                .path("count")
                .asLong();
    }
}
