// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Answers {@code _bulk} as Elasticsearch does, with the faults that a real one cannot be made to
 * show at will. Keeps what was created.
 */
final class BulkStub implements AutoCloseable {

    /** An operation of a request. */
    record Operation(String index, String id, JsonNode document) {}

    /** How to answer a request: a status for all of it, 0 to hang up, or 200 and a status each. */
    interface Behaviour {
        int request(List<Operation> operations);

        int item(Operation operation);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, Operation> created = new ConcurrentHashMap<>();
    final List<Integer> requestSizes = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Behaviour behaviour = always(200, o -> 201);

    BulkStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/_bulk", this::answer);
        server.start();
    }

    static Behaviour always(int status, Function<Operation, Integer> item) {
        return new Behaviour() {
            @Override
            public int request(List<Operation> operations) {
                return status;
            }

            @Override
            public int item(Operation operation) {
                return item.apply(operation);
            }
        };
    }

    void behave(Behaviour how) {
        behaviour = how;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        List<Operation> operations = operations(exchange);
        requestSizes.add(operations.size());
        int status = behaviour.request(operations);
        if (status == 0) {
            exchange.close();
            return;
        }
        byte[] body =
                (status == 200 ? items(operations) : error(status))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-elastic-product", "Elasticsearch");
        exchange.getResponseHeaders()
                .add("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private ObjectNode items(List<Operation> operations) {
        ObjectNode answer = JSON.createObjectNode().put("took", 1).put("errors", true);
        ArrayNode items = answer.putArray("items");
        for (Operation operation : operations) {
            int status = behaviour.item(operation);
            if (status == 201 && created.putIfAbsent(operation.id(), operation) != null) {
                status = 409;
            }
            ObjectNode item = items.addObject().putObject("create");
            item.put("_index", ".ds-" + operation.index()).put("_id", operation.id());
            item.put("status", status);
            if (status > 299) {
                item.putObject("error").put("type", "a_reason").put("reason", "because");
            }
        }
        return answer;
    }

    private static ObjectNode error(int status) {
        ObjectNode answer = JSON.createObjectNode().put("status", status);
        answer.putObject("error").put("type", "a_reason").put("reason", "because");
        return answer;
    }

    private static List<Operation> operations(HttpExchange exchange) throws IOException {
        String[] lines =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                        .split("\n");
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < lines.length; i += 2) {
            JsonNode create = JSON.readTree(lines[i]).get("create");
            operations.add(
                    new Operation(
                            create.get("_index").asText(),
                            create.get("_id").asText(),
                            JSON.readTree(lines[i + 1])));
        }
        return operations;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
