// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kql.DocumentMatch;
import io.talon.dashboards.kql.Kql;
import io.talon.dashboards.lens.DocumentValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule should find among documents in memory, in the words of {@link RuleSearch#alerts}. It
 * shares no code with the search but the reading of the rule.
 */
public final class ExpectedAlerts {
    private ExpectedAlerts() {}

    /** The alerts of documents that all lie in the time that the rule looks at. */
    public static Set<String> of(DetectionRule rule, Collection<JsonNode> documents) {
        Kql query = Kql.parse(rule.query());
        List<JsonNode> matching =
                documents.stream().filter(each -> DocumentMatch.matches(query, each)).toList();
        if (!rule.isThreshold()) {
            return matching.stream()
                    .map(each -> each.at("/event/id").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return matching.stream()
                .filter(each -> rule.groupBy().stream().allMatch(f -> has(each, f)))
                .collect(
                        Collectors.groupingBy(
                                each -> key(rule, each), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(group -> isLargeEnough(rule, group.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isLargeEnough(DetectionRule rule, List<JsonNode> group) {
        JsonNode threshold = rule.json().path("threshold");
        JsonNode cardinality = threshold.at("/cardinality/0");
        long distinct =
                group.stream()
                        .flatMap(each -> values(each, cardinality.path("field").asText()))
                        .distinct()
                        .count();
        return group.size() >= threshold.path("value").asInt()
                && distinct >= cardinality.path("value").asInt();
    }

    private static String key(DetectionRule rule, JsonNode document) {
        return rule.groupBy().stream()
                .map(field -> values(document, field).findFirst().orElseThrow())
                .collect(Collectors.joining("|"));
    }

    private static boolean has(JsonNode document, String field) {
        return !DocumentValues.of(document, field).isEmpty();
    }

    private static Stream<String> values(JsonNode document, String field) {
        return DocumentValues.of(document, field).stream().map(JsonNode::asText);
    }
}
