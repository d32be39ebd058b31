// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.FailureStoreStatus;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.TransportUtils;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import io.talon.job.document.Document;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHost;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** Speaks to Elasticsearch 8.19 and 9. */
final class ElasticsearchBulk implements Bulk {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final RestClientTransport transport;
    private final ElasticsearchAsyncClient client;

    /**
     * @throws UncheckedIOException names the CA's file that cannot be read
     */
    ElasticsearchBulk(ElasticsearchAccess access) {
        SSLContext tls = access.ca() == null ? null : tls(access.ca());
        Authorization authorization = new Authorization(access, System.getenv());
        RestClient rest =
                RestClient.builder(
                                access.urls().stream()
                                        .map(HttpHost::create)
                                        .toArray(HttpHost[]::new))
                        .setRequestConfigCallback(
                                c ->
                                        c.setConnectTimeout(CONNECT_MILLIS)
                                                .setSocketTimeout(ANSWER_MILLIS))
                        .setHttpClientConfigCallback(
                                c -> {
                                    c.addInterceptorLast(authorization);
                                    return tls == null ? c : c.setSSLContext(tls);
                                })
                        .build();
        transport = new RestClientTransport(rest, new JacksonJsonpMapper());
        client = new ElasticsearchAsyncClient(transport);
    }

    static SSLContext tls(String ca) {
        try {
            return TransportUtils.sslContextFromHttpCaCrt(new File(ca));
        } catch (IOException | RuntimeException e) {
            throw new UncheckedIOException(
                    new IOException(
                            "--elasticsearch.ca %s is no certificate: %s".formatted(ca, e), e));
        }
    }

    @Override
    public CompletableFuture<List<Outcome>> create(List<Document> documents) {
        CompletableFuture<BulkResponse> answer;
        try {
            answer = client.bulk(request(documents));
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.handle(
                        (response, failure) ->
                                failure == null
                                        ? CompletableFuture.completedFuture(outcomes(response))
                                        : failed(documents, failure))
                .thenCompose(f -> f);
    }

    private static BulkRequest request(List<Document> documents) {
        return BulkRequest.of(
                request -> {
                    for (Document document : documents) {
                        request.operations(
                                operation ->
                                        operation.create(
                                                create ->
                                                        create.index(document.index())
                                                                .id(document.id())
                                                                .document(json(document))));
                    }
                    return request;
                });
    }

    private static BinaryData json(Document document) {
        return BinaryData.of(document.json(), ContentType.APPLICATION_JSON);
    }

    private static List<Outcome> outcomes(BulkResponse response) {
        List<Outcome> outcomes = new ArrayList<>(response.items().size());
        for (BulkResponseItem item : response.items()) {
            outcomes.add(
                    Outcome.of(
                            item.status(),
                            reason(item.error()),
                            item.failureStore() == FailureStoreStatus.Used));
        }
        return outcomes;
    }

    private static String reason(ErrorCause error) {
        if (error == null) {
            return "";
        }
        String cause = error.causedBy() == null ? "" : " (" + error.causedBy().reason() + ")";
        return error.type() + ": " + error.reason() + cause;
    }

    /**
     * The request as a whole failed. Where its content is the reason (too large, not
     * understandable), it is cut in halves until the document is found that is at fault.
     */
    private CompletableFuture<List<Outcome>> failed(List<Document> documents, Throwable failure) {
        Outcome outcome = outcome(failure);
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

    /** The status of the answer, wherever the client has put it; 0 when there was none. */
    private static Outcome outcome(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ElasticsearchException refused) {
                return Outcome.of(refused.status(), reason(refused.error()), false);
            }
            if (cause instanceof TransportException broken && broken.statusCode() >= 300) {
                return Outcome.of(broken.statusCode(), broken.getMessage(), false);
            }
            if (cause instanceof ResponseException refused) {
                int status = refused.getResponse().getStatusLine().getStatusCode();
                return Outcome.of(status, refused.getResponse().getStatusLine().toString(), false);
            }
        }
        return Outcome.of(0, String.valueOf(failure.getMessage()), false);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
