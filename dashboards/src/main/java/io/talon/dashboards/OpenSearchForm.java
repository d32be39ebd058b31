// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Templates as OpenSearch takes them. It has no lifecycle of data streams, asks that every part of
 * a template be there, and wants the value of a {@code constant_keyword} beforehand.
 */
final class OpenSearchForm {
    private static final String OPTIONAL = "ignore_missing_component_templates";

    private OpenSearchForm() {}

    static JsonNode of(Asset asset, JsonNode body, ServerFeatures features) {
        return switch (asset.kind()) {
            case COMPONENT_TEMPLATE -> FieldTypes.without(body, "constant_keyword");
            case INDEX_TEMPLATE -> indexTemplate(body.deepCopy(), features);
            case LIFECYCLE_POLICY, INGEST_PIPELINE -> body;
        };
    }

    private static ObjectNode indexTemplate(ObjectNode template, ServerFeatures features) {
        Set<String> missing = new HashSet<>();
        template.path(OPTIONAL).forEach(name -> missing.add(name.asText()));
        if (features.customPart()) {
            missing.remove(Asset.CUSTOM_PART);
        }
        ArrayNode parts = template.arrayNode();
        template.path("composed_of")
                .forEach(
                        name -> {
                            if (!missing.contains(name.asText())) {
                                parts.add(name);
                            }
                        });
        template.set("composed_of", parts);
        template.remove(OPTIONAL);
        template.remove("template");
        return template;
    }
}
