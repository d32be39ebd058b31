// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kql.Kql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads a layer's columns from Kibana's form of them. Refuses what this package cannot derive. */
final class LensReader {
    private static final Map<String, BiFunction<String, JsonNode, Column>> BUCKETS =
            Map.of(
                    "date_histogram", LensReader::dateHistogram,
                    "terms", LensReader::terms,
                    "range", LensReader::ranges,
                    "filters", LensReader::filters,
                    "static_value", LensReader::fixed);

    private LensReader() {}

    /**
     * @param id the layer's id
     * @param layer {@code columns} and {@code columnOrder}
     * @throws IllegalArgumentException if a column is of a kind that is not known here
     */
    static LensLayer layer(String id, String dataView, JsonNode layer) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode each : layer.path("columnOrder")) {
            JsonNode column = layer.path("columns").path(each.asText());
            String operation = column.path("operationType").asText();
            columns.add(
                    BUCKETS.getOrDefault(operation, LensReader::metric)
                            .apply(each.asText(), column));
        }
        return new LensLayer(id, dataView, columns);
    }

    /** Lens' name of an operation. */
    static String name(Column.Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    private static Column dateHistogram(String id, JsonNode json) {
        return new Column.DateHistogram(
                id, label(json), field(json), json.at("/params/interval").asText());
    }

    private static Column terms(String id, JsonNode json) {
        JsonNode params = json.path("params");
        if (params.path("otherBucket").asBoolean() || params.path("missingBucket").asBoolean()) {
            throw refused(id, "other and missing buckets need a second search");
        }
        boolean byColumn = params.at("/orderBy/type").asText().equals("column");
        return new Column.Terms(
                id,
                label(json),
                field(json),
                params.path("size").asInt(),
                byColumn ? Optional.of(params.at("/orderBy/columnId").asText()) : Optional.empty(),
                params.path("orderDirection").asText().equals("desc"));
    }

    private static Column ranges(String id, JsonNode json) {
        List<Column.Range> ranges = new ArrayList<>();
        for (JsonNode each : json.at("/params/ranges")) {
            ranges.add(
                    new Column.Range(
                            bound(each.path("from")),
                            bound(each.path("to")),
                            each.path("label").asText()));
        }
        if (!json.at("/params/type").asText().equals("range") || ranges.isEmpty()) {
            throw refused(id, "only ranges written into the panel are known");
        }
        return new Column.Ranges(id, label(json), field(json), ranges);
    }

    private static Column filters(String id, JsonNode json) {
        List<Column.Filter> filters = new ArrayList<>();
        for (JsonNode each : json.at("/params/filters")) {
            filters.add(new Column.Filter(kql(each.path("input")), each.path("label").asText()));
        }
        return new Column.Filters(id, label(json), filters);
    }

    private static Column fixed(String id, JsonNode json) {
        return new Column.Fixed(id, label(json), json.at("/params/value").asDouble());
    }

    private static Column metric(String id, JsonNode json) {
        Column.Operation operation;
        try {
            operation =
                    Column.Operation.valueOf(
                            json.path("operationType").asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw refused(id, "operation " + json.path("operationType") + " is not known here");
        }
        String field = field(json);
        return new Column.Metric(
                id,
                label(json),
                operation,
                field.equals("___records___") ? Optional.empty() : Optional.of(field),
                kql(json.path("filter")));
    }

    /** A query as Kibana keeps it; none matches everything. */
    static Kql kql(JsonNode query) {
        if (!query.isMissingNode() && !query.path("language").asText().equals("kuery")) {
            throw new IllegalArgumentException("not in Kibana's query language: " + query);
        }
        return Kql.parse(query.path("query").asText());
    }

    private static Double bound(JsonNode json) {
        return json.isNumber() ? Double.valueOf(json.asDouble()) : null;
    }

    private static String field(JsonNode json) {
        return json.path("sourceField").asText();
    }

    private static String label(JsonNode json) {
        return json.path("label").asText();
    }

    private static IllegalArgumentException refused(String column, String why) {
        return new IllegalArgumentException("column " + column + ": " + why);
    }
}
