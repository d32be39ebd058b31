// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** JSON over HTTP to the parts. Thread-safe. */
public final class Http {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int ERROR_TEXT_LENGTH = 500;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Duration timeout;

    /**
     * @param timeout the longest time for one answer
     */
    public Http(Duration timeout) {
        this.timeout = timeout;
    }

    /** The answer to a GET; empty when nobody answers or the answer is no success. */
    public Optional<JsonNode> tryGet(URI uri) throws InterruptedException {
        try {
            return Optional.of(get(uri));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The answer to a GET.
     *
     * @throws IOException if nobody answers or the answer is no success, naming the address
     */
    public JsonNode get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    /** The answer to a POST of a JSON document. */
    public JsonNode post(URI uri, JsonNode body) throws IOException, InterruptedException {
        return post(uri, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** The answer to a POST of any content. */
    public JsonNode post(URI uri, String contentType, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).header("Content-Type", contentType).POST(body));
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.timeout(timeout).build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    request.method()
                            + " "
                            + request.uri()
                            + " was answered with "
                            + response.statusCode()
                            + ": "
                            + shortened(response.body()));
        }
        return json.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    private static String shortened(String text) {
        return text.length() <= ERROR_TEXT_LENGTH
                ? text
                : text.substring(0, ERROR_TEXT_LENGTH) + "…";
    }
}
