// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a panel's layer asks, what the answer shows, and what it should show. */
public record PanelProof(LensPanel panel, LensLayer layer, TimeRange range) {

    /** Body of the search. */
    public ObjectNode request() {
        return LensRequest.of(layer, panel.query(), range);
    }

    /** The table in the answer. */
    public LensTable read(JsonNode response) {
        return LensTable.read(layer, response);
    }

    /**
     * The table worked out from the documents.
     *
     * @param documents all that the layer's data view reads
     */
    public LensTable expected(List<JsonNode> documents) {
        return ExpectedTable.of(layer, panel.query(), range, documents);
    }

    @Override
    public String toString() {
        return "%s, panel %s, layer %s".formatted(panel.dashboard(), panel.id(), layer.id());
    }
}
