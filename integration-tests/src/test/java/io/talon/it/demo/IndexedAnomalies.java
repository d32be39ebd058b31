// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The anomalies of a running demo and what its Elasticsearch knows about their fields. */
final class IndexedAnomalies {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI elasticsearch;

    /**
     * @param elasticsearch the root of the server
     */
    IndexedAnomalies(URI elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Up to 1,000 documents, the highest record score first. */
    List<JsonNode> documents() throws IOException, InterruptedException {
        return documents("*");
    }

    /** As {@link #documents()}, those that a query in Lucene's language finds. */
    List<JsonNode> documents(String query) throws IOException, InterruptedException {
        String found = URLEncoder.encode(query, StandardCharsets.UTF_8);
        String search = "/_search?size=1000&sort=talon.anomaly.record_score:desc&q=" + found;
        JsonNode hits = get("/logs-talon.anomaly-*" + search).path("hits").path("hits");
        List<JsonNode> documents = new ArrayList<>();
        hits.forEach(hit -> documents.add(hit.path("_source")));
        return documents;
    }

    /** How many documents hold a value that Elasticsearch could not index. */
    int withIgnoredValues() throws IOException, InterruptedException {
        return get("/logs-talon.anomaly-*/_search?size=0&q=_exists_:_ignored")
                .path("hits")
                .path("total")
                .path("value")
                .asInt();
    }

    /** Every mapped field and its type. */
    Map<String, String> mapped() throws IOException, InterruptedException {
        Map<String, String> types = new TreeMap<>();
        get("/logs-talon.anomaly-*/_field_caps?fields=*")
                .path("fields")
                .fields()
                .forEachRemaining(
                        field -> types.put(field.getKey(), field.getValue().fieldNames().next()));
        return types;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(
                        HttpRequest.newBuilder(elasticsearch.resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.body());
        }
        return json.readTree(response.body());
    }
}
