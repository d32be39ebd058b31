// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.schema.wire.WriterSchemas;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a Confluent-compatible schema registry, {@code GET <url>/schemas/ids/<id>}. A registry that
 * cannot be reached is waited for: its absence says nothing about the record. Not thread-safe.
 */
final class SchemaRegistry implements WriterSchemas {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /**
     * Remembered so that a flood of invented ids is not a flood of requests; forgotten when full.
     */
    private static final int UNKNOWN_IDS = 10_000;

    private final String url;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Set<Integer> unknown = new HashSet<>();

    private SchemaRegistry(String url) {
        this.url = url;
    }

    /** The registry at this address; none for null. */
    static WriterSchemas at(String url) {
        return url == null ? WriterSchemas.none() : new SchemaRegistry(url);
    }

    @Override
    public Optional<Schema> byId(int id) {
        if (unknown.contains(id)) {
            return Optional.empty();
        }
        Optional<Schema> schema = ask(id);
        if (schema.isEmpty()) {
            if (unknown.size() >= UNKNOWN_IDS) {
                unknown.clear();
            }
            unknown.add(id);
        }
        return schema;
    }

    private Optional<Schema> ask(int id) {
        URI address = URI.create("%s/schemas/ids/%d".formatted(url, id));
        while (true) {
            String problem;
            try {
                HttpResponse<String> answer =
                        http.send(
                                HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                                HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 404) {
                    return Optional.empty();
                }
                if (answer.statusCode() == 200) {
                    return schemaOf(answer.body());
                }
                problem = "status " + answer.statusCode();
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while asking " + address, e);
            }
            LOG.warn("Schema registry does not answer {} ({}); waiting for it", address, problem);
            pause();
        }
    }

    private Optional<Schema> schemaOf(String body) throws IOException {
        JsonNode text = json.readTree(body).get("schema");
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new Schema.Parser().parse(text.asText()));
        } catch (RuntimeException e) {
            LOG.warn("Schema registry answered with no Avro schema: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the schema registry", e);
        }
    }
}
