// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.kql.ElasticsearchQuery;
import io.talon.dashboards.kql.Kql;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A list of documents.
 *
 * @param dataView id of the data view that it searches
 * @param columns fields shown, the time first
 * @param sort fields to sort by, the first one first, descending
 */
public record SearchPanel(
        String dashboard,
        String id,
        String title,
        JsonNode grid,
        String dataView,
        Kql query,
        List<String> columns,
        List<String> sort)
        implements Panel {

    private static final int ROWS = 100;

    @Override
    public Set<FieldUse> fieldUses(String other) {
        Set<FieldUse> uses = new TreeSet<>();
        if (other.equals(dataView)) {
            columns.forEach(name -> uses.add(new FieldUse(name, "show")));
            sort.forEach(name -> uses.add(new FieldUse(name, "sort")));
            query.fields().forEach(name -> uses.add(FieldUse.query(name)));
        }
        return uses;
    }

    /** The search that lists the documents. */
    public ObjectNode request(TimeRange range) {
        ObjectNode request = CanonicalJson.object();
        request.put("size", ROWS);
        request.put("track_total_hits", true);
        request.set(
                "query",
                ElasticsearchQuery.all(List.of(range.clause(), ElasticsearchQuery.of(query))));
        sort.forEach(name -> request.withArrayProperty("sort").addObject().put(name, "desc"));
        return request;
    }
}
