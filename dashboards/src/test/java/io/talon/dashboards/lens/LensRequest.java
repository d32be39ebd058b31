// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.kql.ElasticsearchQuery;
import io.talon.dashboards.kql.Kql;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The search of a layer: an aggregation for each bucket column, one inside the other, with the
 * metrics in the innermost. Kibana's differs in two points that do not change the numbers: it asks
 * for a last value with {@code top_metrics}, and for other and missing buckets, which no panel of
 * ours has, in a second search.
 */
final class LensRequest {
    private final LensLayer layer;
    private final TimeRange range;

    private LensRequest(LensLayer layer, TimeRange range) {
        this.layer = layer;
        this.range = range;
    }

    /** Body of a {@code _search}. */
    static ObjectNode of(LensLayer layer, Kql query, TimeRange range) {
        ObjectNode body = CanonicalJson.object();
        body.put("size", 0);
        body.put("track_total_hits", true);
        body.set(
                "query",
                ElasticsearchQuery.all(List.of(range.clause(), ElasticsearchQuery.of(query))));
        ObjectNode aggregations = new LensRequest(layer, range).level(0);
        if (!aggregations.isEmpty()) {
            body.set("aggs", aggregations);
        }
        return body;
    }

    private ObjectNode level(int depth) {
        ObjectNode aggregations = CanonicalJson.object();
        if (depth == layer.buckets().size()) {
            layer.metrics().forEach(metric -> add(aggregations, metric));
            return aggregations;
        }
        Column.Bucket bucket = layer.buckets().get(depth);
        ObjectNode aggregation = bucket(bucket);
        ObjectNode inner = level(depth + 1);
        orderedBy(bucket).ifPresent(metric -> add(inner, metric));
        if (!inner.isEmpty()) {
            aggregation.set("aggs", inner);
        }
        aggregations.set(bucket.id(), aggregation);
        return aggregations;
    }

    private ObjectNode bucket(Column.Bucket bucket) {
        ObjectNode json = CanonicalJson.object();
        if (bucket instanceof Column.DateHistogram c) {
            long seconds = interval(c, range);
            json.putObject("date_histogram")
                    .put("field", c.field())
                    .put("fixed_interval", seconds + "s")
                    .put("min_doc_count", 1);
        } else if (bucket instanceof Column.Terms c) {
            String order =
                    orderedBy(c)
                            .map(Column::id)
                            .orElse(c.orderBy().isPresent() ? "_count" : "_key");
            json.putObject("terms")
                    .put("field", c.field())
                    .put("size", c.size())
                    .putObject("order")
                    .put(order, c.descending() ? "desc" : "asc");
        } else if (bucket instanceof Column.Ranges c) {
            ArrayNode ranges = json.putObject("range").put("field", c.field()).putArray("ranges");
            for (Column.Range each : c.ranges()) {
                ObjectNode one = ranges.addObject().put("key", each.label());
                if (each.from() != null) {
                    one.put("from", each.from());
                }
                if (each.to() != null) {
                    one.put("to", each.to());
                }
            }
        } else if (bucket instanceof Column.Filters c) {
            ObjectNode filters = json.putObject("filters").putObject("filters");
            c.filters().forEach(f -> filters.set(f.label(), ElasticsearchQuery.of(f.query())));
        }
        return json;
    }

    /** Seconds of a bar. */
    static long interval(Column.DateHistogram column, TimeRange range) {
        return column.interval().equals("auto")
                ? range.autoInterval().toSeconds()
                : Duration.parse("PT" + column.interval().toUpperCase(Locale.ROOT)).toSeconds();
    }

    /** The metric that the bucket is ordered by, if it is one that needs an aggregation. */
    private Optional<Column.Metric> orderedBy(Column.Bucket bucket) {
        if (!(bucket instanceof Column.Terms terms) || terms.orderBy().isEmpty()) {
            return Optional.empty();
        }
        Column.Metric metric =
                layer.metrics().stream()
                        .filter(each -> each.id().equals(terms.orderBy().get()))
                        .findFirst()
                        .orElseThrow();
        if (!(metric.filter() instanceof Kql.All)) {
            throw new IllegalArgumentException(
                    "column " + terms.id() + ": ordering by a filtered metric is not known here");
        }
        return isDocumentCount(metric) ? Optional.empty() : Optional.of(metric);
    }

    /** Whether the bucket's own count is the answer. */
    static boolean isDocumentCount(Column.Metric metric) {
        return metric.operation() == Column.Operation.COUNT
                && metric.field().isEmpty()
                && metric.filter() instanceof Kql.All;
    }

    private static void add(ObjectNode aggregations, Column.Metric metric) {
        if (isDocumentCount(metric)) {
            return;
        }
        Optional<ObjectNode> measure = measure(metric);
        if (metric.filter() instanceof Kql.All) {
            measure.ifPresent(json -> aggregations.set(metric.id(), json));
            return;
        }
        ObjectNode filtered = aggregations.putObject(metric.id());
        filtered.set("filter", ElasticsearchQuery.of(metric.filter()));
        measure.ifPresent(json -> filtered.putObject("aggs").set(metric.id(), json));
    }

    /** Empty for a count of documents. */
    private static Optional<ObjectNode> measure(Column.Metric metric) {
        if (metric.field().isEmpty()) {
            return Optional.empty();
        }
        String field = metric.field().get();
        ObjectNode json = CanonicalJson.object();
        if (metric.operation() == Column.Operation.LAST_VALUE) {
            ObjectNode hits = json.putObject("filter");
            hits.putObject("exists").put("field", field);
            ObjectNode top = json.putObject("aggs").putObject("last").putObject("top_hits");
            top.put("size", 1).put("_source", field);
            top.putArray("sort").addObject().put("@timestamp", "desc");
            return Optional.of(json);
        }
        String name =
                switch (metric.operation()) {
                    case COUNT -> "value_count";
                    case UNIQUE_COUNT -> "cardinality";
                    case AVERAGE -> "avg";
                    default -> LensReader.name(metric.operation());
                };
        json.putObject(name).put("field", field);
        return Optional.of(json);
    }

    /** Value of a metric in a bucket of the answer; null if no document has one. */
    static Object value(Column.Metric metric, JsonNode bucket) {
        if (isDocumentCount(metric)) {
            return bucket.path("doc_count").asDouble();
        }
        JsonNode answer = bucket.path(metric.id());
        if (!(metric.filter() instanceof Kql.All)) {
            if (metric.field().isEmpty()) {
                return answer.path("doc_count").asDouble();
            }
            answer = answer.path(metric.id());
        }
        if (metric.operation() == Column.Operation.LAST_VALUE) {
            JsonNode source = answer.at("/last/hits/hits/0/_source");
            return DocumentValues.of(source, metric.field().orElseThrow()).stream()
                    .findFirst()
                    .map(CellValue::of)
                    .orElse(null);
        }
        JsonNode value = answer.path("value");
        return value.isNumber() ? value.asDouble() : null;
    }
}
