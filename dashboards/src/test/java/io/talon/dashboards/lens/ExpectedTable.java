// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kql.DocumentMatch;
import io.talon.dashboards.kql.Kql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The table that a layer should show, worked out from the documents in memory. It shares no code
 * with the search but the reading of the panel, so that both being right is the likeliest reason
 * for their agreeing.
 */
final class ExpectedTable {
    private final LensLayer layer;
    private final TimeRange range;
    private final List<List<Object>> rows = new ArrayList<>();

    private ExpectedTable(LensLayer layer, TimeRange range) {
        this.layer = layer;
        this.range = range;
    }

    static LensTable of(LensLayer layer, Kql query, TimeRange range, List<JsonNode> documents) {
        ExpectedTable expected = new ExpectedTable(layer, range);
        List<JsonNode> matching =
                documents.stream()
                        .filter(range::contains)
                        .filter(document -> DocumentMatch.matches(query, document))
                        .toList();
        expected.collect(matching, List.of());
        return new LensTable(LensTable.columns(layer), expected.rows);
    }

    private void collect(List<JsonNode> documents, List<Object> keys) {
        if (keys.size() == layer.buckets().size()) {
            List<Object> row = new ArrayList<>(keys);
            layer.metrics().forEach(metric -> row.add(ExpectedMetric.of(metric, documents)));
            rows.add(row);
            return;
        }
        split(layer.buckets().get(keys.size()), documents)
                .forEach(
                        (key, part) -> {
                            List<Object> longer = new ArrayList<>(keys);
                            longer.add(key);
                            collect(part, longer);
                        });
    }

    /** Non-empty parts in the order of the bucket. */
    private Map<String, List<JsonNode>> split(Column.Bucket bucket, List<JsonNode> documents) {
        Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
        if (bucket instanceof Column.DateHistogram c) {
            parts = byValue(documents, c.field(), value -> barOf(c, value));
        } else if (bucket instanceof Column.Terms c) {
            parts = ordered(c, byValue(documents, c.field(), JsonNode::asText));
        } else if (bucket instanceof Column.Ranges c) {
            for (Column.Range each : c.ranges()) {
                parts.put(each.label(), within(each, c.field(), documents));
            }
        } else if (bucket instanceof Column.Filters c) {
            for (Column.Filter each : c.filters()) {
                parts.put(
                        each.label(),
                        documents.stream()
                                .filter(d -> DocumentMatch.matches(each.query(), d))
                                .toList());
            }
        }
        parts.values().removeIf(List::isEmpty);
        return parts;
    }

    private String barOf(Column.DateHistogram column, JsonNode value) {
        long seconds = LensRequest.interval(column, range);
        long epoch = Instant.parse(value.asText()).getEpochSecond();
        return Instant.ofEpochSecond(Math.floorDiv(epoch, seconds) * seconds).toString();
    }

    private static Map<String, List<JsonNode>> byValue(
            List<JsonNode> documents, String field, Function<JsonNode, String> key) {
        Map<String, List<JsonNode>> parts = new TreeMap<>();
        for (JsonNode document : documents) {
            for (String each :
                    new HashSet<>(DocumentValues.of(document, field).stream().map(key).toList())) {
                parts.computeIfAbsent(each, k -> new ArrayList<>()).add(document);
            }
        }
        return parts;
    }

    private static List<JsonNode> within(
            Column.Range range, String field, List<JsonNode> documents) {
        return documents.stream()
                .filter(
                        document ->
                                DocumentValues.of(document, field).stream()
                                        .mapToDouble(JsonNode::asDouble)
                                        .anyMatch(
                                                v ->
                                                        (range.from() == null || v >= range.from())
                                                                && (range.to() == null
                                                                        || v < range.to())))
                .toList();
    }

    private Map<String, List<JsonNode>> ordered(
            Column.Terms terms, Map<String, List<JsonNode>> parts) {
        ToDoubleFunction<List<JsonNode>> weight =
                terms.orderBy()
                        .map(
                                id ->
                                        layer.metrics().stream()
                                                .filter(m -> m.id().equals(id))
                                                .findFirst()
                                                .orElseThrow())
                        .<ToDoubleFunction<List<JsonNode>>>map(
                                metric -> part -> (Double) ExpectedMetric.of(metric, part))
                        .orElse(part -> 0);
        Comparator<Map.Entry<String, List<JsonNode>>> byWeight =
                Comparator.comparingDouble(entry -> weight.applyAsDouble(entry.getValue()));
        Comparator<Map.Entry<String, List<JsonNode>>> byKey =
                Map.Entry.comparingByKey(KeyOrder.INSTANCE);
        Map<String, List<JsonNode>> result = new LinkedHashMap<>();
        parts.entrySet().stream()
                .sorted(
                        terms.orderBy().isEmpty()
                                ? (terms.descending() ? byKey.reversed() : byKey)
                                : (terms.descending() ? byWeight.reversed() : byWeight)
                                        .thenComparing(byKey))
                .limit(terms.size())
                .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
        return result;
    }
}
