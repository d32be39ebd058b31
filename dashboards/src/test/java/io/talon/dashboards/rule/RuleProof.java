// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.sample.RuleExample;
import io.talon.dashboards.sample.RuleExamples;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A rule and what it is tried on. */
public record RuleProof(DetectionRule rule, RuleExample example) {
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
        return new RuleSearch(rule).index();
    }

    /**
     * The rule's search at the examples' time.
     *
     * @param clock now, as the server's ingest pipeline, if it has one, saw the documents arrive
     */
    public ObjectNode request(Instant clock) {
        return new RuleSearch(rule).request(window(clock));
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
        return new RuleSearch(rule).alerts(response);
    }

    @Override
    public String toString() {
        return rule.name();
    }
}
