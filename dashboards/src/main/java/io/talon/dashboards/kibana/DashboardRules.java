// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Panels have names and places of their own, and Lens panels hang together. */
final class DashboardRules {
    private static final int GRID_WIDTH = 48;

    private DashboardRules() {}

    static List<String> violations(SavedObject dashboard) {
        List<String> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<JsonNode> placed = new ArrayList<>();
        JsonNode panels =
                EncodedAttributes.decoded("dashboard", dashboard.attributes()).path("panelsJSON");
        for (JsonNode panel : panels) {
            String id = panel.path("panelIndex").asText();
            List<String> ofPanel = new ArrayList<>();
            if (!ids.add(id)) {
                ofPanel.add("another panel has the same panelIndex");
            }
            JsonNode grid = panel.path("gridData");
            ofPanel.addAll(place(id, grid, placed));
            placed.add(grid);
            if (panel.path("type").asText().equals("lens")) {
                ofPanel.addAll(LensRules.violations(panel.at("/embeddableConfig/attributes")));
            }
            ofPanel.forEach(each -> wrong.add("panel " + id + ": " + each));
        }
        return wrong;
    }

    private static List<String> place(String id, JsonNode grid, List<JsonNode> others) {
        List<String> wrong = new ArrayList<>();
        if (!grid.path("i").asText().equals(id)) {
            wrong.add("gridData.i is not its panelIndex");
        }
        int x = grid.path("x").asInt(-1);
        int w = grid.path("w").asInt();
        if (x < 0 || w < 1 || x + w > GRID_WIDTH || grid.path("h").asInt() < 1) {
            wrong.add("its place is outside the grid");
        }
        for (JsonNode other : others) {
            if (overlap(grid, other, "x", "w") && overlap(grid, other, "y", "h")) {
                wrong.add("it covers panel " + other.path("i").asText());
            }
        }
        return wrong;
    }

    private static boolean overlap(JsonNode a, JsonNode b, String from, String length) {
        return a.path(from).asInt() < b.path(from).asInt() + b.path(length).asInt()
                && b.path(from).asInt() < a.path(from).asInt() + a.path(length).asInt();
    }
}
