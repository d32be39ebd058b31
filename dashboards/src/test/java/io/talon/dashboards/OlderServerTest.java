// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stub gives the version: no Elasticsearch older than the supported ones is at hand. */
class OlderServerTest {
    private static final String UNKNOWN = "{\"error\": \"no handler found for uri\"}";

    private final List<String> changes = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private URI url;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!exchange.getRequestMethod().equals("GET")) {
            changes.add(exchange.getRequestMethod() + " " + path);
        }
        switch (path) {
            case "/_nodes/_local" ->
                    send(exchange, 200, "{\"nodes\":{\"n\":{\"version\":\"8.18.2\"}}}");
            case "/_index_template" -> send(exchange, 200, "{\"index_templates\": []}");
            default -> {
                if (path.startsWith("/_resolve/")) {
                    send(exchange, 200, "{}");
                } else {
                    send(exchange, path.contains("_template/") ? 404 : 400, UNKNOWN);
                }
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void isNamedWithTheRemedyAndLeftAsItIs() throws Exception {
        assertThat(new Checkup(url, Credentials.none()).run())
                .first()
                .hasToString(
                        "Elasticsearch is 8.18.2; Talon supports 8.19 and 9.x. Upgrade"
                                + " Elasticsearch first.");
        assertThatThrownBy(() -> new TemplateInstaller(url, Optional.empty()).install())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("8.18.2");
        assertThat(changes).isEmpty();
    }
}
