// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields that a mapping has, by their full names. */
public final class Mappings {

    private Mappings() {}

    /**
     * Types of the fields of a data stream, as Talon's templates give them; those of optional parts
     * are left out.
     *
     * @param template one of the index templates
     */
    public static Map<String, String> fieldTypes(Asset template) {
        return fieldTypes(merged(template));
    }

    /** The same for every index template, by its name. */
    public static Map<String, Map<String, String>> fieldTypes() {
        Map<String, Map<String, String>> types = new TreeMap<>();
        for (Asset asset : Asset.all()) {
            if (asset.kind() == AssetKind.INDEX_TEMPLATE) {
                types.put(asset.name(), fieldTypes(asset));
            }
        }
        return types;
    }

    /** Types of the fields of a mapping; an object counts only if it has no fields. */
    static Map<String, String> fieldTypes(JsonNode mapping) {
        Map<String, String> types = new TreeMap<>();
        collect("", mapping, types);
        return types;
    }

    /** The mappings of all components that an index template always has, as one. */
    static ObjectNode merged(Asset template) {
        Map<String, JsonNode> components =
                Asset.all().stream()
                        .filter(asset -> asset.kind() == AssetKind.COMPONENT_TEMPLATE)
                        .collect(
                                Collectors.toMap(
                                        Asset::name, a -> a.body().at("/template/mappings")));
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        Set<String> optional = new HashSet<>();
        template.body()
                .path("ignore_missing_component_templates")
                .forEach(name -> optional.add(name.asText()));
        for (JsonNode name : template.body().path("composed_of")) {
            if (optional.contains(name.asText())) {
                continue;
            }
            JsonNode mapping = components.get(name.asText());
            if (mapping != null && mapping.isObject()) {
                merge(merged, mapping);
            }
        }
        return merged;
    }

    private static void merge(ObjectNode into, JsonNode from) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (into.path(field.getKey()) instanceof ObjectNode inner
                    && field.getValue().isObject()) {
                merge(inner, field.getValue());
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    private static void collect(String prefix, JsonNode object, Map<String, String> types) {
        for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
            String name = prefix + field.getKey();
            if (field.getValue().has("properties")) {
                collect(name + ".", field.getValue(), types);
            } else {
                types.put(name, field.getValue().path("type").asText());
            }
        }
    }
}
