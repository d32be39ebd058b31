// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.reference;

import static io.talon.checks.reference.Generated.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.talon.checks.Checkout;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final String CONTRACT = "adaptor-service/src/main/openapi/openapi.yaml";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    @Test
    void thePageOfTheApiIsCurrent() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(Checkout.path(CONTRACT).toFile());
        StringBuilder page =
                new StringBuilder("# API\n\nMade from the [contract](../../")
                        .append(CONTRACT)
                        .append(
                                ") by `ApiTest`; do not edit. The service serves it at"
                                        + " `/q/openapi`.\n\n")
                        .append(contract.at("/info/description").asText().strip())
                        .append('\n');
        for (JsonNode tag : contract.path("tags")) {
            page.append("\n## ").append(tag.path("name").asText()).append("\n\n");
            page.append(cell(tag.path("description").asText())).append("\n\n");
            page.append("| | | |\n|---|---|---|\n");
            contract.path("paths")
                    .properties()
                    .forEach(path -> operations(page, path, tag.path("name").asText()));
        }
        Generated.isCurrent("docs/reference/api.md", page.toString());
    }

    private static void operations(
            StringBuilder page, Map.Entry<String, JsonNode> path, String tag) {
        for (String method : METHODS) {
            JsonNode operation = path.getValue().path(method);
            if (operation.path("tags").path(0).asText().equals(tag)) {
                String more = operation.path("description").asText();
                page.append(
                        "| `%s` | `%s` | %s |\n"
                                .formatted(
                                        method.toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        cell(
                                                operation.path("summary").asText()
                                                        + (more.isEmpty() ? "" : ". " + more))));
            }
        }
    }
}
