// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kql.DocumentMatch;
import java.time.Instant;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** A metric of documents in memory. */
final class ExpectedMetric {

    private ExpectedMetric() {}

    /** Null if no document has a value. */
    static Object of(Column.Metric metric, List<JsonNode> documents) {
        List<JsonNode> counted =
                documents.stream()
                        .filter(document -> DocumentMatch.matches(metric.filter(), document))
                        .toList();
        if (metric.field().isEmpty()) {
            return (double) counted.size();
        }
        String field = metric.field().get();
        List<JsonNode> values =
                counted.stream().flatMap(d -> DocumentValues.of(d, field).stream()).toList();
        return switch (metric.operation()) {
            case COUNT -> (double) values.size();
            case UNIQUE_COUNT -> (double) values.stream().map(JsonNode::asText).distinct().count();
            case LAST_VALUE -> last(counted, field);
            case SUM -> statistics(values).getSum();
            case AVERAGE -> values.isEmpty() ? null : statistics(values).getAverage();
            case MIN -> values.isEmpty() ? null : statistics(values).getMin();
            case MAX -> values.isEmpty() ? null : statistics(values).getMax();
        };
    }

    private static Object last(List<JsonNode> documents, String field) {
        return documents.stream()
                .filter(document -> !DocumentValues.of(document, field).isEmpty())
                .max(Comparator.comparing(d -> Instant.parse(d.path("@timestamp").asText())))
                .map(document -> CellValue.of(DocumentValues.of(document, field).get(0)))
                .orElse(null);
    }

    private static DoubleSummaryStatistics statistics(List<JsonNode> values) {
        return values.stream().mapToDouble(ExpectedMetric::number).summaryStatistics();
    }

    /** A date counts in milliseconds. */
    private static double number(JsonNode value) {
        return value.isNumber() ? value.asDouble() : Instant.parse(value.asText()).toEpochMilli();
    }
}
