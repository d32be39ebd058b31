// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Hands a file to the import of a Kibana. Thread-safe. */
public final class KibanaImport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String BOUNDARY = "talon-boundary-7c1e0f5a";

    private final HttpClient client;
    private final URI kibana;
    private final Credentials credentials;
    private final Optional<String> space;

    /**
     * @param kibana with its base path, if it has one
     * @param space empty for the default space
     */
    public KibanaImport(URI kibana, Credentials credentials, Optional<String> space) {
        this.kibana = kibana;
        this.credentials = credentials;
        this.space = space;
        this.client = credentials.client().connectTimeout(CONNECT_TIMEOUT).build();
    }

    /**
     * Imports saved objects over those of the same ids.
     *
     * @param file as {@link SavedObjectFile} writes it
     * @return how many objects were imported
     * @throws IOException if Kibana cannot be reached or refuses an object; names the first
     */
    public int savedObjects(String file) throws IOException, InterruptedException {
        return send("/api/saved_objects/_import?overwrite=true", file, "successCount");
    }

    /**
     * Imports detection rules over those of the same ids.
     *
     * @return how many rules were imported
     */
    public int rules(String file) throws IOException, InterruptedException {
        return send("/api/detection_engine/rules/_import?overwrite=true", file, "success_count");
    }

    private int send(String path, String file, String counted)
            throws IOException, InterruptedException {
        String base = kibana.toString().replaceAll("/+$", "");
        URI uri = URI.create(base + space.map(name -> "/s/" + name).orElse("") + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .header("kbn-xsrf", "true")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(form(file)));
        credentials.header().ifPresent(header -> request.header("Authorization", header));
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException("no answer from Kibana at %s: %s".formatted(kibana, e), e);
        }
        return count(response, counted);
    }

    private int count(HttpResponse<String> response, String counted) throws IOException {
        JsonNode answer;
        try {
            answer = CanonicalJson.parse(response.body());
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "what answers at %s is no Kibana (%d)".formatted(kibana, response.statusCode()),
                    e);
        }
        if (response.statusCode() != 200) {
            throw new IOException(
                    "Kibana at %s refused the import (%d): %s"
                            .formatted(
                                    kibana,
                                    response.statusCode(),
                                    answer.path("message").asText(answer.toString())));
        }
        if (!answer.path("success").asBoolean()) {
            throw new IOException(
                    "Kibana at %s refused %d of the objects, the first one: %s"
                            .formatted(
                                    kibana, answer.path("errors").size(), answer.at("/errors/0")));
        }
        return answer.path(counted).asInt();
    }

    private static String form(String file) {
        return "--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"talon.ndjson\"\r\n"
                + "Content-Type: application/ndjson\r\n\r\n"
                + file
                + "\r\n--"
                + BOUNDARY
                + "--\r\n";
    }
}
