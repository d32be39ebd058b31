// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.job.document.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code _bulk} over plain HTTP, for OpenSearch and whatever else speaks it: the servers that
 * Elasticsearch's client refuses. Takes the nodes in turn. Thread-safe.
 */
final class OpenSearchBulk implements Bulk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";

    private final HttpExchanges http;
    private final List<URI> nodes;
    private final AtomicInteger next = new AtomicInteger();

    OpenSearchBulk(ElasticsearchAccess access) {
        http =
                new HttpExchanges(
                        new Authorization(access, System.getenv())::header,
                        access.ca() == null ? null : ElasticsearchBulk.tls(access.ca()));
        nodes =
                access.urls().stream()
                        .map(url -> URI.create(url.replaceAll("/+$", "") + "/_bulk"))
                        .toList();
    }

    @Override
    public CompletableFuture<List<Outcome>> create(List<Document> documents) {
        URI node = nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(node)
                        .header("Content-Type", NDJSON)
                        .POST(BodyPublishers.ofByteArray(body(documents)));
        return http.send(request).thenCompose(answer -> outcomes(documents, answer));
    }

    private static byte[] body(List<Document> documents) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Document document : documents) {
            var action = JSON.createObjectNode();
            action.putObject("create").put("_index", document.index()).put("_id", document.id());
            try {
                JSON.writeValue(body, action);
            } catch (IOException e) {
                throw new IllegalStateException("a tree of plain values is always writable", e);
            }
            body.write('\n');
            body.writeBytes(document.json());
            body.write('\n');
        }
        return body.toByteArray();
    }

    /** Where the content of a whole request is refused, halves of it find the one at fault. */
    private CompletableFuture<List<Outcome>> outcomes(
            List<Document> documents, HttpExchanges.Answer answer) {
        if (answer.isSuccess()) {
            return CompletableFuture.completedFuture(ofItems(documents, answer));
        }
        Outcome outcome = Outcome.of(answer.status(), answer.reason(), false);
        if (!(outcome instanceof Outcome.Refused) || documents.size() == 1) {
            return CompletableFuture.completedFuture(documents.stream().map(d -> outcome).toList());
        }
        int half = documents.size() / 2;
        return create(documents.subList(0, half))
                .thenCombine(
                        create(documents.subList(half, documents.size())),
                        (first, second) -> {
                            List<Outcome> both = new ArrayList<>(first);
                            both.addAll(second);
                            return both;
                        });
    }

    private static List<Outcome> ofItems(List<Document> documents, HttpExchanges.Answer answer) {
        List<Outcome> outcomes = new ArrayList<>(documents.size());
        try {
            for (JsonNode item : JSON.readTree(answer.body()).path("items")) {
                outcomes.add(ofItem(item.path("create")));
            }
        } catch (IOException e) {
            outcomes.clear();
        }
        if (outcomes.size() != documents.size()) {
            Outcome odd = new Outcome.TryAgain("what answers does not speak _bulk");
            return documents.stream().map(d -> odd).toList();
        }
        return outcomes;
    }

    private static Outcome ofItem(JsonNode item) {
        JsonNode error = item.path("error");
        String cause = error.at("/caused_by/reason").asText();
        String reason =
                error.path("type").asText()
                        + ": "
                        + error.path("reason").asText()
                        + (cause.isEmpty() ? "" : " (" + cause + ")");
        return Outcome.of(
                item.path("status").asInt(),
                reason,
                item.path("failure_store").asText().equals("used"));
    }

    @Override
    public void close() {}
}
