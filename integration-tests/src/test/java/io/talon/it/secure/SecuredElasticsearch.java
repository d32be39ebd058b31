// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.secure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.it.node.ElasticsearchNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * An Elasticsearch over TLS, and for those only who have a key. That of the demo could not make
 * keys: its distribution lacks a module that they need.
 */
final class SecuredElasticsearch implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final ElasticsearchNode node;

    SecuredElasticsearch(Certificate certificate, int port) throws Exception {
        http = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
        node =
                new ElasticsearchNode(
                        URI.create("https://127.0.0.1:" + port),
                        List.of(
                                "xpack.security.enabled: true",
                                "xpack.security.http.ssl.enabled: true",
                                "xpack.security.http.ssl.key: http.key",
                                "xpack.security.http.ssl.certificate: http.crt"),
                        Map.of("http.crt", certificate.pem(), "http.key", certificate.keyPem()),
                        http);
    }

    URI url() {
        return node.url();
    }

    /** Asks as the one who may do everything. */
    JsonNode send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(url() + path))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Authorization",
                                        node.administrator().header().orElseThrow())
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        node.close();
    }
}
