// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/** Requests whose failures are answers too. Thread-safe. */
final class HttpExchanges {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final int SHOWN = 400;

    private final HttpClient client;
    private final Header authorization;

    /**
     * Value of the header {@code Authorization}, asked for at each request so that it can change.
     */
    interface Header {
        Optional<String> value() throws IOException;
    }

    /**
     * @param tls trusts the servers; null: as the JVM does
     */
    HttpExchanges(Header authorization, SSLContext tls) {
        this.authorization = authorization;
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT);
        client = (tls == null ? builder : builder.sslContext(tls)).build();
    }

    /**
     * @param status 0 when there was no answer; then the body says why
     */
    record Answer(int status, String body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The start of the body. */
        String reason() {
            return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
        }
    }

    /** Never completes exceptionally. */
    CompletableFuture<Answer> send(HttpRequest.Builder request) {
        try {
            authorization.value().ifPresent(value -> request.header("Authorization", value));
        } catch (IOException e) {
            return CompletableFuture.completedFuture(new Answer(0, e.getMessage()));
        }
        return client.sendAsync(
                        request.timeout(ANSWER_TIMEOUT).build(),
                        HttpResponse.BodyHandlers.ofString())
                .handle(
                        (response, failure) ->
                                failure == null
                                        ? new Answer(response.statusCode(), response.body())
                                        : new Answer(0, String.valueOf(failure)));
    }
}
