// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.job.document.Document;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Posts each document to an address, as it would be indexed. The header {@code Idempotency-Key}
 * holds its id: a document that is sent again, after a restart or a lost answer, bears the same.
 * Any 2xx is a receipt. Thread-safe.
 */
final class WebhookBulk implements Bulk {
    private final HttpExchanges http;
    private final URI address;

    /**
     * @param authorizationFile file with the value of the header, read for each request; null: none
     */
    WebhookBulk(URI address, String authorizationFile) {
        this.address = address;
        http = new HttpExchanges(() -> header(authorizationFile), null);
    }

    private static Optional<String> header(String file) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new IOException("secret file %s cannot be read: %s".formatted(file, e), e);
        }
    }

    @Override
    public CompletableFuture<List<Outcome>> create(List<Document> documents) {
        List<CompletableFuture<Outcome>> each = documents.stream().map(this::post).toList();
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
                .thenApply(done -> each.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Outcome> post(Document document) {
        return http.send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", document.id())
                                .POST(BodyPublishers.ofByteArray(document.json())))
                .thenApply(answer -> Outcome.of(answer.status(), answer.reason(), false));
    }

    @Override
    public void close() {}
}
