// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.talon.job.document.Document;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSinkTest {
    private final Map<String, String> received = new ConcurrentHashMap<>();
    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Busy the first time, refuses 7 for good, and whoever has not the right header. */
    private void answer(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 204;
        if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            status = 401;
        } else if (refusedOnce.add(id)) {
            status = 503;
        } else if (id.equals("7")) {
            status = 422;
        } else {
            received.put(id, body);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void postsEachDocumentUntilItIsTakenAndNoneThatIsRefused(@TempDir Path folder)
            throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "Bearer secret\n");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        String url = "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
        env.fromSequence(0, 9)
                .sinkTo(
                        new ElasticsearchSink<>(
                                Target.webhook(url, secret.toString()), WebhookSinkTest::document));
        env.execute();

        assertThat(received).hasSize(9).doesNotContainKey("7").containsEntry("3", "{\"n\":3}");
    }

    private static Document document(Long n) {
        return new Document(
                "logs-talon.anomaly-acme",
                n.toString(),
                "{\"n\":%d}".formatted(n).getBytes(StandardCharsets.UTF_8));
    }
}
