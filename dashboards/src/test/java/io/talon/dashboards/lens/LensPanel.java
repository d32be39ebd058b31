// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kql.Kql;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Lens panel of a dashboard.
 *
 * @param dashboard id of the dashboard
 * @param id its name within the dashboard
 * @param title what stands above it
 * @param grid its place
 * @param kind {@code lnsXY}, {@code lnsMetric}, {@code lnsDatatable} or {@code lnsPie}
 * @param visualization how the columns are shown; Kibana's own form
 * @param query of the panel itself
 * @param layers one search each
 */
public record LensPanel(
        String dashboard,
        String id,
        String title,
        JsonNode grid,
        String kind,
        JsonNode visualization,
        Kql query,
        List<LensLayer> layers)
        implements Panel {

    /** What the panel needs of a data view's fields. */
    @Override
    public Set<FieldUse> fieldUses(String dataView) {
        Set<FieldUse> uses = new TreeSet<>();
        for (LensLayer layer : layers) {
            if (layer.dataView().equals(dataView)) {
                uses.addAll(layer.fieldUses());
                query.fields().forEach(name -> uses.add(FieldUse.query(name)));
            }
        }
        return uses;
    }

    /** The layers that search. */
    public List<LensLayer> searched() {
        return layers.stream().filter(layer -> !layer.isFixed()).toList();
    }
}
