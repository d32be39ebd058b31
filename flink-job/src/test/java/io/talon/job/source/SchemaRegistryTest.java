// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.talon.flow.v1.FlowEvent;
import io.talon.schema.wire.WriterSchemas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private WriterSchemas registry;
    private volatile int failures;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/apis/ccompat/v7/schemas/ids/",
                exchange -> {
                    requests.incrementAndGet();
                    boolean known = exchange.getRequestURI().getPath().endsWith("/7");
                    int status = failures-- > 0 ? 503 : known ? 200 : 404;
                    byte[] body =
                            new ObjectMapper()
                                    .writeValueAsString(
                                            Map.of("schema", FlowEvent.SCHEMA$.toString()))
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        registry =
                SchemaRegistry.at(
                        "http://127.0.0.1:%d/apis/ccompat/v7"
                                .formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsTheSchemaOfAnId() {
        assertThat(registry.byId(7)).contains(FlowEvent.SCHEMA$);
    }

    @Test
    void asksOnceForAnIdThatNobodyKnows() {
        assertThat(registry.byId(8)).isEmpty();
        assertThat(registry.byId(8)).isEmpty();
        assertThat(requests).hasValue(1);
    }

    @Test
    void waitsForARegistryThatIsDown() {
        failures = 1;

        assertThat(registry.byId(7)).isPresent();
        assertThat(requests).hasValue(2);
    }
}
