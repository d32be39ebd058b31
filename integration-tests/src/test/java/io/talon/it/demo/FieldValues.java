// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Documents taken apart into fields, and the types that ECS gives to fields. */
final class FieldValues {
    private FieldValues() {}

    /** Calls {@code visit} with the dotted name of every leaf and its value; arrays by element. */
    static void forEach(JsonNode document, BiConsumer<String, JsonNode> visit) {
        walk("", document, visit);
    }

    private static void walk(String name, JsonNode node, BiConsumer<String, JsonNode> visit) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(
                            field ->
                                    walk(
                                            name.isEmpty()
                                                    ? field.getKey()
                                                    : name + "." + field.getKey(),
                                            field.getValue(),
                                            visit));
        } else if (node.isArray()) {
            node.forEach(element -> walk(name, element, visit));
        } else {
            visit.accept(name, node);
        }
    }

    /** Whether a JSON value is one of the Elasticsearch type, strictly: no number in a text. */
    static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "date" -> value.isTextual() && isInstant(value.asText());
            case "long" -> value.isIntegralNumber();
            case "integer", "short" -> value.isIntegralNumber() && value.canConvertToInt();
            case "float", "half_float", "double", "scaled_float" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "ip" -> value.isTextual() && value.asText().matches("[0-9a-fA-F:.]+");
            default -> value.isTextual();
        };
    }

    private static boolean isInstant(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** ECS 9.4: name of the field to its type. */
    static Map<String, String> ecs() throws IOException {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                FieldValues.class.getResourceAsStream("/ecs-9.4-types.tsv"),
                                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(
                            Collectors.toMap(
                                    cells -> cells[0],
                                    cells -> cells[1],
                                    (a, b) -> a,
                                    TreeMap::new));
        }
    }
}
