// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Calls the API; what it refuses becomes an exception with cause and remedy. */
final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FIRST_ERROR = 400;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI service;
    private final String key;

    ApiClient(URI service, String key) {
        this.service = service;
        this.key = key;
    }

    JsonNode get(String path) throws IOException {
        return parsed(call(request(path).GET()));
    }

    byte[] getBytes(String path) throws IOException {
        return call(request(path).GET()).body();
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException {
        return parsed(
                call(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))));
    }

    JsonNode postBytes(String path, String type, byte[] body) throws IOException {
        return parsed(
                call(
                        request(path)
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofByteArray(body))));
    }

    JsonNode delete(String path) throws IOException {
        return parsed(call(request(path).DELETE()));
    }

    /** Changes a thing that was read just before: sends its ETag. */
    JsonNode patch(String path, Map<String, ?> body) throws IOException {
        String tag = call(request(path).GET()).headers().firstValue("ETag").orElse("");
        return parsed(
                call(
                        request(path)
                                .header("Content-Type", "application/json")
                                .header("If-Match", tag)
                                .method(
                                        "PATCH",
                                        BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))));
    }

    /** A part of a path. */
    static String part(Object name) {
        return URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "ApiKey " + key);
    }

    private HttpResponse<byte[]> call(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= FIRST_ERROR) {
                throw refused(answer);
            }
            return answer;
        } catch (java.net.ConnectException e) {
            throw new IOException(
                    service + " does not answer: is the service running? --url names another", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private IOException refused(HttpResponse<byte[]> answer) throws IOException {
        JsonNode problem = MissingNode.getInstance();
        if (answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
            problem = json.readTree(answer.body());
        }
        return new IOException(
                problem.path("detail").asText("HTTP " + answer.statusCode())
                        + ". "
                        + problem.path("remedy").asText(""));
    }

    private JsonNode parsed(HttpResponse<byte[]> answer) throws IOException {
        return answer.body().length == 0 ? json.createObjectNode() : json.readTree(answer.body());
    }
}
