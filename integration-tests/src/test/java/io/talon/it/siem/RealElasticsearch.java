// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.dashboards.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running Elasticsearch, and plain requests to it. */
interface RealElasticsearch extends AutoCloseable {
    ObjectMapper JSON = new ObjectMapper();
    HttpClient CLIENT = HttpClient.newHttpClient();

    /** Where it answers. */
    URI url();

    /** The one who may do everything. */
    default Credentials administrator() {
        return Credentials.none();
    }

    @Override
    void close();

    /** An answer. */
    record Answer(int status, JsonNode json) {
        Answer ok() {
            if (status / 100 != 2) {
                throw new AssertionError(status + ": " + json);
            }
            return this;
        }
    }

    default Answer send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, administrator().header());
    }

    default Answer send(String method, String path, String body, Optional<String> authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        authorization.ifPresent(value -> request.header("Authorization", value));
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        JsonNode json = JSON.readTree(response.body());
        return new Answer(
                response.statusCode(), json.isMissingNode() ? JSON.createObjectNode() : json);
    }

    default JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, "").ok().json();
    }

    default JsonNode search(String index, JsonNode request)
            throws IOException, InterruptedException {
        return send("POST", "/" + index + "/_search?ignore_unavailable=true", request.toString())
                .ok()
                .json();
    }

    /** Creates the documents and makes them searchable; fails if one is refused. */
    default void index(List<IndexedDocument> documents) throws IOException, InterruptedException {
        StringBuilder bulk = new StringBuilder();
        for (IndexedDocument each : documents) {
            bulk.append("{\"create\":{\"_index\":\"").append(each.stream()).append("\"}}\n");
            bulk.append(each.json()).append('\n');
        }
        JsonNode answer = send("POST", "/_bulk?refresh=true", bulk.toString()).ok().json();
        if (answer.path("errors").asBoolean()) {
            throw new AssertionError("refused: " + answer.findValue("error"));
        }
    }

    /** All documents of the data streams that a pattern means; makes them searchable first. */
    default List<IndexedDocument> documents(String pattern)
            throws IOException, InterruptedException {
        send("POST", "/" + pattern + "/_refresh", "").ok();
        List<IndexedDocument> documents = new ArrayList<>();
        JsonNode page =
                send("POST", "/" + pattern + "/_search?scroll=1m", "{\"size\":5000}").ok().json();
        while (!page.at("/hits/hits").isEmpty()) {
            for (JsonNode hit : page.at("/hits/hits")) {
                JsonNode json = hit.path("_source");
                JsonNode stream = json.path("data_stream");
                documents.add(
                        new IndexedDocument(
                                "%s-%s-%s"
                                        .formatted(
                                                stream.path("type").asText(),
                                                stream.path("dataset").asText(),
                                                stream.path("namespace").asText()),
                                json));
            }
            String next =
                    JSON.createObjectNode().set("scroll_id", page.path("_scroll_id")).toString();
            page = send("POST", "/_search/scroll", next).ok().json();
        }
        return documents;
    }

    /** A document and the data stream it goes to. */
    record IndexedDocument(String stream, JsonNode json) {}
}
