// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.kql.ElasticsearchQuery;
import io.talon.dashboards.kql.Kql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a rule asks and finds, as the rule's type is documented: a query finds documents, a
 * threshold finds groups that are large enough.
 */
public record RuleSearch(DetectionRule rule) {
    private static final int GROUPS = 10_000;

    /** Of each rule that ships, over all tenants. */
    public static Stream<RuleSearch> all() {
        return ShippedRules.all(Optional.empty()).stream().map(RuleSearch::new);
    }

    /** What is searched. */
    public String index() {
        return String.join(",", rule.index());
    }

    /**
     * The rule's search.
     *
     * @param window a query for the time that the rule looks at
     */
    public ObjectNode request(JsonNode window) {
        ObjectNode request = CanonicalJson.object();
        request.put("size", rule.isThreshold() ? 0 : rule.json().path("max_signals").asInt());
        request.set(
                "query",
                ElasticsearchQuery.all(
                        List.of(window, ElasticsearchQuery.of(Kql.parse(rule.query())))));
        ObjectNode inner = request;
        for (String field : rule.groupBy()) {
            ObjectNode group = inner.putObject("aggs").putObject("group");
            group.putObject("terms").put("field", field).put("size", GROUPS);
            inner = group;
        }
        JsonNode distinct = rule.json().at("/threshold/cardinality/0/field");
        if (rule.isThreshold() && distinct.isTextual()) {
            inner.putObject("aggs")
                    .putObject("distinct")
                    .putObject("cardinality")
                    .put("field", distinct.asText());
        }
        return request;
    }

    /** The alerts in an answer: ids of documents, or the values of groups joined by {@code |}. */
    public Set<String> alerts(JsonNode response) {
        Set<String> alerts = new TreeSet<>();
        if (rule.isThreshold()) {
            collect(response.path("aggregations"), "", rule.groupBy().size(), alerts);
        } else {
            response.at("/hits/hits")
                    .forEach(hit -> alerts.add(hit.at("/_source/event/id").asText()));
        }
        return alerts;
    }

    private void collect(JsonNode bucket, String key, int depth, Set<String> alerts) {
        if (depth == 0) {
            JsonNode threshold = rule.json().path("threshold");
            int distinct = threshold.at("/cardinality/0/value").asInt();
            if (bucket.path("doc_count").asInt() >= threshold.path("value").asInt()
                    && bucket.at("/distinct/value").asInt() >= distinct) {
                alerts.add(key);
            }
            return;
        }
        for (JsonNode each : bucket.at("/group/buckets")) {
            String value = each.path("key").asText();
            collect(each, key.isEmpty() ? value : key + "|" + value, depth - 1, alerts);
        }
    }

    @Override
    public String toString() {
        return rule.name();
    }
}
