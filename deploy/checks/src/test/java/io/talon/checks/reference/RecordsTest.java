// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.reference;

import static io.talon.checks.reference.Generated.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.checks.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final String FOLDER = "schemas/src/main/avro";

    @Test
    void thePageOfRecordsIsCurrent() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Records

                        What crosses a process border, in Avro ([schemas](../../schemas/)). Made from the schemas by `RecordsTest`; do not edit.

                        A field marked *optional* may be absent, which is not zero. Times are microseconds since 1970, UTC.
                        """);
        List<Path> files =
                Checkout.files(".avsc").stream()
                        .filter(file -> file.startsWith(Checkout.path(FOLDER)))
                        .toList();
        for (Path file : files) {
            record(page, new ObjectMapper().readTree(file.toFile()));
        }
        Generated.isCurrent("docs/reference/records.md", page.toString());
    }

    private static void record(StringBuilder page, JsonNode schema) {
        page.append("\n## ").append(schema.path("name").asText()).append("\n\n");
        page.append(cell(schema.path("doc").asText())).append("\n\n");
        page.append("| field | type | |\n|---|---|---|\n");
        for (JsonNode field : schema.path("fields")) {
            page.append(
                    "| `%s` | %s | %s |\n"
                            .formatted(
                                    field.path("name").asText(),
                                    type(field.path("type")),
                                    cell(field.path("doc").asText())));
        }
    }

    private static String type(JsonNode type) {
        if (type.isTextual()) {
            return type.asText().replaceFirst(".*\\.", "");
        }
        if (type.isArray()) {
            for (JsonNode branch : type) {
                if (!branch.asText().equals("null")) {
                    return type(branch) + ", optional";
                }
            }
        }
        if (type.has("logicalType")) {
            return type.path("logicalType").asText();
        }
        return switch (type.path("type").asText()) {
            case "array" -> "list of " + type(type.path("items"));
            case "map" -> "map of " + type(type.path("values"));
            case "record", "enum", "fixed" -> type.path("name").asText();
            default -> type.path("type").asText();
        };
    }
}
