// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kql;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.lens.DocumentValues;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates a query on a document in memory: what Elasticsearch's answers are held against. Knows
 * keyword, number, boolean, date and IP values; a text field's words are not told apart.
 */
public final class DocumentMatch {

    private DocumentMatch() {}

    /** Whether the document is among the query's answers. */
    public static boolean matches(Kql kql, JsonNode document) {
        if (kql instanceof Kql.And and) {
            return and.parts().stream().allMatch(part -> matches(part, document));
        }
        if (kql instanceof Kql.Or or) {
            return or.parts().stream().anyMatch(part -> matches(part, document));
        }
        if (kql instanceof Kql.Not not) {
            return !matches(not.part(), document);
        }
        if (kql instanceof Kql.Exists exists) {
            return !DocumentValues.of(document, exists.field()).isEmpty();
        }
        if (kql instanceof Kql.Is is) {
            return DocumentValues.of(document, is.field()).stream()
                    .anyMatch(value -> compare(value, is.value()) == 0);
        }
        if (kql instanceof Kql.Like like) {
            Pattern pattern = pattern(like.pattern());
            return DocumentValues.of(document, like.field()).stream()
                    .anyMatch(value -> pattern.matcher(value.asText()).matches());
        }
        if (kql instanceof Kql.Range range) {
            return DocumentValues.of(document, range.field()).stream()
                    .anyMatch(value -> holds(range.operator(), compare(value, range.bound())));
        }
        return true;
    }

    private static boolean holds(Kql.Operator operator, int comparison) {
        return switch (operator) {
            case GT -> comparison > 0;
            case GTE -> comparison >= 0;
            case LT -> comparison < 0;
            case LTE -> comparison <= 0;
        };
    }

    private static int compare(JsonNode value, String bound) {
        if (value.isNumber()) {
            return Double.compare(value.asDouble(), Double.parseDouble(bound));
        }
        try {
            return Instant.parse(value.asText()).compareTo(Instant.parse(bound));
        } catch (DateTimeParseException e) {
            return value.asText().compareTo(bound);
        }
    }

    private static Pattern pattern(String wildcard) {
        return Pattern.compile(
                wildcard.chars()
                        .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }
}
