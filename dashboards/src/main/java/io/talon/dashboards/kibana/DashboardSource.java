// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A dashboard in git: one file for the dashboard with the places of its panels, one file for each
 * panel.
 *
 * @param head the dashboard's file: decoded attributes with {@code panels}, a map from panel to
 *     place, instead of {@code panelsJSON}; references only for what is not a panel's
 * @param panels content of each panel's file, by panel
 */
record DashboardSource(ObjectNode head, Map<String, ObjectNode> panels) {
    private static final String PANELS = "panels";
    private static final String PANELS_JSON = "panelsJSON";

    SavedObject packed() {
        SavedObject frame = SavedObject.of(head);
        ObjectNode attributes = frame.attributes();
        List<Reference> references = new ArrayList<>(frame.references());
        ArrayNode list = CanonicalJson.array();
        for (DashboardPanel panel : placed((ObjectNode) attributes.remove(PANELS))) {
            list.add(panel.json());
            references.addAll(panel.references());
        }
        attributes.set(PANELS_JSON, list);
        references.sort(Comparator.comparing(Reference::name));
        return new SavedObject(
                frame.type(),
                frame.id(),
                frame.typeMigrationVersion(),
                EncodedAttributes.encoded(frame.type(), attributes),
                references);
    }

    /** Panels in reading order. */
    private List<DashboardPanel> placed(ObjectNode places) {
        if (places == null
                || !places.propertyStream().map(Map.Entry::getKey).allMatch(panels::containsKey)
                || places.size() != panels.size()) {
            throw new IllegalArgumentException(
                    "dashboard "
                            + head.path("id").asText()
                            + " places the panels "
                            + (places == null
                                    ? "(none)"
                                    : places.propertyStream().map(Map.Entry::getKey).toList())
                            + ", but the files beside it are "
                            + panels.keySet()
                            + ". Give every panel a place and every place a file.");
        }
        return places.propertyStream()
                .map(
                        place ->
                                new DashboardPanel(
                                        place.getKey(),
                                        (ObjectNode) place.getValue(),
                                        panels.get(place.getKey())))
                .sorted(
                        Comparator.comparingInt((DashboardPanel p) -> p.grid().path("y").asInt())
                                .thenComparingInt(p -> p.grid().path("x").asInt())
                                .thenComparing(DashboardPanel::id))
                .toList();
    }

    static DashboardSource unpacked(SavedObject dashboard) {
        ObjectNode attributes = EncodedAttributes.decoded(dashboard.type(), dashboard.attributes());
        JsonNode list = attributes.remove(PANELS_JSON);
        ObjectNode places = attributes.putObject(PANELS);
        Map<String, ObjectNode> panels = new TreeMap<>();
        List<Reference> rest = new ArrayList<>(dashboard.references());
        for (JsonNode each : list) {
            DashboardPanel panel = DashboardPanel.of(each, dashboard.references());
            places.set(panel.id(), panel.grid());
            panels.put(panel.id(), panel.content());
            rest.removeIf(reference -> reference.name().startsWith(panel.id() + ":"));
        }
        ObjectNode head =
                new SavedObject(
                                dashboard.type(),
                                dashboard.id(),
                                dashboard.typeMigrationVersion(),
                                attributes,
                                rest)
                        .json();
        return new DashboardSource(head, panels);
    }
}
