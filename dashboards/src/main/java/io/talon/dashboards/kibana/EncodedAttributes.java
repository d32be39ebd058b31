// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which attributes of a saved object are JSON written as text. Kibana stores them so; in git they
 * are decoded.
 */
final class EncodedAttributes {
    private static final String SEARCH_SOURCE = "kibanaSavedObjectMeta/searchSourceJSON";

    private static final Map<String, List<String>> BY_TYPE =
            Map.of(
                    "dashboard",
                    List.of(
                            "optionsJSON",
                            SEARCH_SOURCE,
                            "controlGroupInput/ignoreParentSettingsJSON",
                            "controlGroupInput/panelsJSON",
                            "panelsJSON"),
                    "index-pattern",
                    List.of(
                            "fieldAttrs",
                            "fieldFormatMap",
                            "fields",
                            "runtimeFieldMap",
                            "sourceFilters",
                            "typeMeta"),
                    "search",
                    List.of(SEARCH_SOURCE));

    private EncodedAttributes() {}

    /** A copy with JSON in place of text. */
    static ObjectNode decoded(String type, ObjectNode attributes) {
        return changed(
                type,
                attributes,
                value -> value.isTextual() ? CanonicalJson.parse(value.asText()) : value);
    }

    /** A copy with text in place of JSON. */
    static ObjectNode encoded(String type, ObjectNode attributes) {
        return changed(
                type,
                attributes,
                value -> CanonicalJson.object().textNode(CanonicalJson.compact(value)));
    }

    private static ObjectNode changed(
            String type, ObjectNode attributes, UnaryOperator<JsonNode> change) {
        ObjectNode copy = attributes.deepCopy();
        for (String path : BY_TYPE.getOrDefault(type, List.of())) {
            String[] steps = path.split("/");
            JsonNode parent = copy;
            for (int i = 0; i < steps.length - 1; i++) {
                parent = parent.path(steps[i]);
            }
            String last = steps[steps.length - 1];
            if (parent.has(last)) {
                ((ObjectNode) parent).set(last, change.apply(parent.get(last)));
            }
        }
        return copy;
    }
}
