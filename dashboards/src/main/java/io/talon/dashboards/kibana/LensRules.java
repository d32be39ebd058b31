// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Lens panel's layers, columns and what is drawn of them fit together. */
final class LensRules {
    private static final Set<String> KINDS = Set.of("lnsXY", "lnsMetric", "lnsDatatable", "lnsPie");

    private LensRules() {}

    /**
     * @param attributes of the panel
     */
    static List<String> violations(JsonNode attributes) {
        List<String> wrong = new ArrayList<>();
        String kind = attributes.path("visualizationType").asText();
        if (!KINDS.contains(kind)) {
            wrong.add("visualizationType '" + kind + "' is none of " + KINDS);
        }
        if (!attributes.path("type").asText().equals("lens")) {
            wrong.add("type is not lens");
        }
        JsonNode state = attributes.path("state");
        for (String name : List.of("visualization", "query", "filters", "datasourceStates")) {
            if (!state.has(name)) {
                wrong.add("state has no " + name);
            }
        }
        Set<String> columns = new HashSet<>();
        Set<String> layers = new HashSet<>();
        for (Map.Entry<String, JsonNode> layer :
                state.at("/datasourceStates/formBased/layers").properties()) {
            layers.add(layer.getKey());
            layer.getValue().path("columns").fieldNames().forEachRemaining(columns::add);
            layer(layer.getKey(), layer.getValue(), wrong);
        }
        JsonNode drawn = state.path("visualization");
        for (String id : named(drawn, "layerId", new ArrayList<>())) {
            if (!layers.contains(id)) {
                wrong.add("draws layer " + id + ", which there is not");
            }
        }
        for (String name :
                List.of(
                        "accessors",
                        "xAccessor",
                        "splitAccessor",
                        "metricAccessor",
                        "columnId",
                        "primaryGroups",
                        "metrics",
                        "forAccessor")) {
            for (String id : named(drawn, name, new ArrayList<>())) {
                if (!columns.contains(id)) {
                    wrong.add("draws column " + id + ", which there is not");
                }
            }
        }
        return wrong;
    }

    private static void layer(String id, JsonNode layer, List<String> wrong) {
        JsonNode columns = layer.path("columns");
        Set<String> ordered = new HashSet<>();
        boolean measured = false;
        for (JsonNode each : layer.path("columnOrder")) {
            JsonNode column = columns.path(each.asText());
            ordered.add(each.asText());
            boolean bucket = column.path("isBucketed").asBoolean();
            if (bucket && measured) {
                wrong.add("column " + each.asText() + " splits, but stands after a measure");
            }
            measured |= !bucket;
            JsonNode order = column.at("/params/orderBy");
            if (order.path("type").asText().equals("column")) {
                JsonNode by = columns.path(order.path("columnId").asText());
                if (by.isMissingNode()) {
                    wrong.add(
                            "column "
                                    + each.asText()
                                    + " is ordered by a column that there is not");
                } else if (by.path("operationType").asText().equals("last_value")) {
                    wrong.add(
                            "column "
                                    + each.asText()
                                    + " is ordered by a last value, which cannot be done");
                }
            }
        }
        Set<String> named = new HashSet<>();
        columns.fieldNames().forEachRemaining(named::add);
        if (!named.equals(ordered)) {
            wrong.add("layer " + id + " has columns " + named + " but orders " + ordered);
        }
    }

    /** Texts below every field of this name; of an array, its members. */
    private static List<String> named(JsonNode node, String name, List<String> found) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().equals(name)) {
                if (value.isTextual()) {
                    found.add(value.asText());
                }
                value.forEach(each -> found.add(each.asText()));
            } else {
                named(value, name, found);
            }
        }
        if (node.isArray()) {
            node.forEach(each -> named(each, name, found));
        }
        return found;
    }
}
