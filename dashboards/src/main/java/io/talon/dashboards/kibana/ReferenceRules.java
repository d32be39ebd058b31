// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every reference leads somewhere, is used, and is there when something needs it. */
final class ReferenceRules {

    private ReferenceRules() {}

    /**
     * @param present {@code type/id} of every object of the file
     */
    static List<String> violations(SavedObject object, Set<String> present) {
        List<String> wrong = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Reference each : object.references()) {
            if (!names.add(each.name())) {
                wrong.add("two references are named " + each.name());
            }
            if (!present.contains(each.type() + "/" + each.id())) {
                wrong.add(
                        "reference %s leads to %s/%s, which is not in the file"
                                .formatted(each.name(), each.type(), each.id()));
            }
        }
        Set<String> needed = needed(object);
        needed.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> wrong.add("needs a reference named " + name));
        names.stream()
                .filter(name -> !needed.contains(name))
                .forEach(name -> wrong.add("nothing uses the reference " + name));
        return wrong;
    }

    private static Set<String> needed(SavedObject object) {
        JsonNode attributes = EncodedAttributes.decoded(object.type(), object.attributes());
        Set<String> names = new HashSet<>();
        indexRefs(attributes.at("/kibanaSavedObjectMeta/searchSourceJSON"), "", names);
        attributes
                .at("/controlGroupInput/panelsJSON")
                .fieldNames()
                .forEachRemaining(id -> names.add("controlGroup_" + id + ":optionsListDataView"));
        for (JsonNode panel : attributes.path("panelsJSON")) {
            ofPanel(panel, panel.path("panelIndex").asText() + ":", names);
        }
        return names;
    }

    private static void ofPanel(JsonNode panel, String prefix, Set<String> names) {
        if (panel.has("panelRefName")) {
            names.add(prefix + panel.path("panelRefName").asText());
        }
        panel.at("/embeddableConfig/attributes/state/datasourceStates/formBased/layers")
                .fieldNames()
                .forEachRemaining(
                        layer -> names.add(prefix + "indexpattern-datasource-layer-" + layer));
        for (JsonNode event : panel.at("/embeddableConfig/enhancements/dynamicActions/events")) {
            names.add(
                    "%sdrilldown:%s:%s:dashboardId"
                            .formatted(
                                    prefix,
                                    event.at("/action/factoryId").asText(),
                                    event.path("eventId").asText()));
        }
    }

    private static void indexRefs(JsonNode node, String prefix, Set<String> names) {
        if (node.has("indexRefName")) {
            names.add(prefix + node.path("indexRefName").asText());
        }
        node.forEach(child -> indexRefs(child, prefix, names));
    }
}
