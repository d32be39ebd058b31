// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
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
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /**
     * Remembered so that a flood of invented ids is not a flood of requests; forgotten when full.
     */
    private static final int UNKNOWN_IDS = 10_000;

    private final String url;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Set<Integer> unknown = new HashSet<>();
    private final RetryPolicy<Optional<Schema>> untilItAnswers;

    private SchemaRegistry(String url) {
        this.url = url;
        this.untilItAnswers =
                RetryPolicy.<Optional<Schema>>builder()
                        .handle(IOException.class)
                        .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                        .withJitter(0.25) // every task waits for the same registry
                        .withMaxRetries(-1)
                        .onFailedAttempt(
                                attempt ->
                                        LOG.warn(
                                                "Schema registry {} does not answer ({}); waiting"
                                                        + " for it",
                                                url,
                                                String.valueOf(attempt.getLastException())))
                        .build();
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
        try {
            return Failsafe.with(untilItAnswers).get(() -> askOnce(address));
        } catch (FailsafeException e) { // nothing else ends the waiting
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking " + address, e);
        }
    }

    private Optional<Schema> askOnce(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                        HttpResponse.BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case 200 -> schemaOf(answer.body());
            case 404 -> Optional.empty();
            default -> throw new IOException("status " + answer.statusCode());
        };
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
}
