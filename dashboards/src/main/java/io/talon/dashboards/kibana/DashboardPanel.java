// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One panel of a dashboard.
 *
 * @param id readable name, unique within the dashboard; Kibana's {@code panelIndex}
 * @param grid place: {@code x}, {@code y}, {@code w}, {@code h} on a grid 48 wide
 * @param content everything else that Kibana keeps of a panel ({@code type}, {@code title}, {@code
 *     embeddableConfig}), and {@code references} for those that the content does not list itself
 */
record DashboardPanel(String id, ObjectNode grid, ObjectNode content) {
    private static final String REFERENCES = "references";

    /** As it stands in {@code panelsJSON}. */
    ObjectNode json() {
        ObjectNode json = content.deepCopy();
        json.remove(REFERENCES);
        json.set("gridData", grid.deepCopy().put("i", id));
        json.put("panelIndex", id);
        return json;
    }

    /** What the dashboard has to list among its references for this panel. */
    List<Reference> references() {
        Set<Reference> references = new LinkedHashSet<>();
        references.addAll(Reference.list(inner(content)));
        references.addAll(Reference.list(content.path(REFERENCES)));
        return references.stream().map(each -> each.withName(prefix() + each.name())).toList();
    }

    /** Takes a panel of {@code panelsJSON} and the dashboard's references apart. */
    static DashboardPanel of(JsonNode json, List<Reference> ofDashboard) {
        ObjectNode content = json.deepCopy();
        String id = content.path("panelIndex").asText();
        ObjectNode grid = (ObjectNode) content.remove("gridData");
        grid.remove("i");
        content.remove("panelIndex");
        DashboardPanel bare = new DashboardPanel(id, grid, content);
        Set<Reference> rest = new LinkedHashSet<>();
        for (Reference each : ofDashboard) {
            if (each.name().startsWith(bare.prefix())) {
                rest.add(each.withName(each.name().substring(bare.prefix().length())));
            }
        }
        rest.removeAll(Reference.list(inner(content)));
        if (!rest.isEmpty()) {
            ArrayNode list = content.putArray(REFERENCES);
            rest.forEach(each -> list.add(each.json()));
        }
        return bare;
    }

    private String prefix() {
        return id + ":";
    }

    private static JsonNode inner(JsonNode content) {
        return content.path("embeddableConfig").path("attributes").path(REFERENCES);
    }
}
