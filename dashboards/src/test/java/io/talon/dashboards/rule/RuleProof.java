// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.kql.ElasticsearchQuery;
import io.talon.dashboards.kql.Kql;
import io.talon.dashboards.sample.RuleExample;
import io.talon.dashboards.sample.RuleExamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rule, what it is tried on, and what it asks and finds, as the rule's type is documented: a
 * query finds documents, a threshold finds groups that are large enough.
 */
public record RuleProof(DetectionRule rule, RuleExample example) {
    private static final int GROUPS = 10_000;

    /** One for each rule that ships, over the example's tenant alone. */
    public static Stream<RuleProof> all() {
        Map<String, RuleExample> examples = RuleExamples.byName();
        return ShippedRules.all(Optional.empty()).stream()
                .map(
                        rule -> {
                            RuleExample example = examples.get(rule.name());
                            if (example == null) {
                                throw new IllegalStateException("no example of " + rule.name());
                            }
                            return new RuleProof(rule.forTenant(example.tenant()), example);
                        });
    }

    /** What is searched. */
    public String index() {
        return String.join(",", rule.index());
    }

    /**
     * The rule's search at the examples' time.
     *
     * @param clock now, as the server's ingest pipeline, if it has one, saw the documents arrive
     */
    public ObjectNode request(Instant clock) {
        ObjectNode request = CanonicalJson.object();
        request.put("size", rule.isThreshold() ? 0 : rule.json().path("max_signals").asInt());
        request.set(
                "query",
                ElasticsearchQuery.all(
                        List.of(window(clock), ElasticsearchQuery.of(Kql.parse(rule.query())))));
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

    /** By the time of arrival, and by the document's own where there is no pipeline to note it. */
    private JsonNode window(Instant clock) {
        String arrival = rule.json().path("timestamp_override").asText();
        ObjectNode json = CanonicalJson.object();
        var should = json.putObject("bool").put("minimum_should_match", 1).putArray("should");
        should.add(range(arrival, clock));
        ObjectNode own = should.addObject().putObject("bool");
        own.putArray("filter").add(range("@timestamp", RuleExamples.NOW));
        own.putObject("must_not").putObject("exists").put("field", arrival);
        return json;
    }

    private JsonNode range(String field, Instant now) {
        ObjectNode json = CanonicalJson.object();
        json.putObject("range")
                .putObject(field)
                .put(
                        "gte",
                        now.minus(RuleChecks.duration(rule.json().path("from").asText()))
                                .toString())
                .put("lte", now.toString());
        return json;
    }

    /** The alerts in an answer, in the words of {@link RuleExample#alerts}. */
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
