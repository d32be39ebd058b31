// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to one Elasticsearch. Thread-safe. */
final class Elasticsearch {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int SHOWN = 400;

    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final Credentials credentials;

    Elasticsearch(URI base, Credentials credentials) {
        this.base = base;
        this.credentials = credentials;
        this.client = credentials.client().connectTimeout(CONNECT_TIMEOUT).build();
    }

    /**
     * @param status HTTP status
     * @param json empty object where the body is none
     */
    record Answer(int status, JsonNode json) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Whether the server does not have what was asked for, as opposed to refusing it. */
        boolean isUnknown() {
            String text = json.toString();
            return status == 405
                    || status == 400 && text.contains("no handler found for uri")
                    || status == 500 && text.contains("failed to find action");
        }

        /** What Elasticsearch says is wrong. */
        String problem() {
            String reason = json.path("error").path("reason").asText();
            String text = reason.isEmpty() ? json.toString() : reason;
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(path, request(path).GET());
    }

    Answer put(String path, JsonNode body) throws IOException, InterruptedException {
        return send(
                path,
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body.toString())));
    }

    Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(
                path,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    Answer post(String path) throws IOException, InterruptedException {
        return send(path, request(path).POST(BodyPublishers.noBody()));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(path, request(path).DELETE());
    }

    /** The failure of a request that was answered with an error. */
    IOException refused(String what, Answer answer) {
        String remedy =
                switch (answer.status) {
                    case 401 -> " Give an API key that this Elasticsearch knows.";
                    case 403 -> " The API key needs a privilege more, see the message.";
                    default -> "";
                };
        return new IOException(
                "Elasticsearch at %s refused to %s (%d): %s.%s"
                        .formatted(base, what, answer.status, answer.problem(), remedy));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path))
                        .timeout(TIMEOUT);
        credentials.header().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private Answer send(String path, HttpRequest.Builder builder)
            throws IOException, InterruptedException {
        HttpResponse<String> response;
        try {
            response = client.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(
                    "no answer from Elasticsearch at %s to %s: %s".formatted(base, path, reason(e)),
                    e);
        }
        return new Answer(response.statusCode(), parsed(path, response.body()));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "connection refused" : e.getMessage();
    }

    private JsonNode parsed(String path, String body) throws IOException {
        try {
            JsonNode node = json.readTree(body);
            return node instanceof MissingNode ? json.createObjectNode() : node;
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "what answers at %s to %s is no Elasticsearch: its answer is not JSON"
                            .formatted(base, path),
                    e);
        }
    }
}
