// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a layer shows: a row for each innermost bucket that holds a document.
 *
 * @param columns of the layer, buckets first
 * @param rows a cell for each column: a bucket's key is a {@link String} (a time in ISO 8601), a
 *     metric's value a {@link Double}, a {@link String} or null
 */
public record LensTable(List<Column> columns, List<List<Object>> rows) {

    /** Reads the answer to a layer's search. */
    static LensTable read(LensLayer layer, JsonNode response) {
        List<List<Object>> rows = new ArrayList<>();
        JsonNode aggregations = response.path("aggregations");
        ObjectNode root =
                aggregations.isObject() ? aggregations.deepCopy() : CanonicalJson.object();
        root.set("doc_count", response.at("/hits/total/value"));
        collect(layer, root, List.of(), rows);
        return new LensTable(columns(layer), rows);
    }

    static List<Column> columns(LensLayer layer) {
        List<Column> columns = new ArrayList<>(layer.buckets());
        columns.addAll(layer.metrics());
        return columns;
    }

    private static void collect(
            LensLayer layer, JsonNode bucket, List<Object> keys, List<List<Object>> rows) {
        if (keys.size() == layer.buckets().size()) {
            List<Object> row = new ArrayList<>(keys);
            layer.metrics().forEach(metric -> row.add(LensRequest.value(metric, bucket)));
            rows.add(row);
            return;
        }
        Column.Bucket column = layer.buckets().get(keys.size());
        JsonNode buckets = bucket.path(column.id()).path("buckets");
        if (column instanceof Column.Filters filters) {
            for (Column.Filter each : filters.filters()) {
                descend(layer, each.label(), buckets.path(each.label()), keys, rows);
            }
        } else {
            for (JsonNode each : buckets) {
                descend(layer, key(column, each), each, keys, rows);
            }
        }
    }

    private static void descend(
            LensLayer layer,
            String key,
            JsonNode bucket,
            List<Object> keys,
            List<List<Object>> rows) {
        if (bucket.path("doc_count").asLong() > 0) {
            List<Object> longer = new ArrayList<>(keys);
            longer.add(key);
            collect(layer, bucket, longer, rows);
        }
    }

    private static String key(Column.Bucket column, JsonNode bucket) {
        if (column instanceof Column.DateHistogram) {
            return Instant.ofEpochMilli(bucket.path("key").asLong()).toString();
        }
        JsonNode text = bucket.path("key_as_string");
        return (text.isMissingNode() ? bucket.path("key") : text).asText();
    }

    /** Position of a column, by its id. */
    public int indexOf(String id) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + id + " among " + columns);
    }
}
