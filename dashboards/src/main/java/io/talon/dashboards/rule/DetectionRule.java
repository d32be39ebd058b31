// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One detection rule, off until somebody turns it on.
 *
 * @param json as Kibana's API takes it; not to be changed
 */
public record DetectionRule(ObjectNode json) {

    /** Makes a rule from what its source says: whatever Kibana asks for beyond that is empty. */
    static DetectionRule ofSource(ObjectNode source) {
        ObjectNode json = CanonicalJson.object();
        for (String list :
                List.of(
                        "actions",
                        "exceptions_list",
                        "false_positives",
                        "references",
                        "risk_score_mapping",
                        "severity_mapping",
                        "tags",
                        "threat")) {
            json.putArray(list);
        }
        json.put("enabled", false);
        json.put("immutable", false);
        json.put("to", "now");
        json.setAll(source);
        for (String text : List.of("description", "note", "query")) {
            json.put(text, json.path(text).asText().strip());
        }
        json.set("false_positives", stripped(json.path("false_positives")));
        return new DetectionRule(json);
    }

    private static JsonNode stripped(JsonNode texts) {
        var list = CanonicalJson.array();
        texts.forEach(text -> list.add(text.asText().strip()));
        return list;
    }

    /** Kept over versions and installations; Kibana tells rules apart by it. */
    public String id() {
        return json.path("rule_id").asText();
    }

    /** What analysts see. */
    public String name() {
        return json.path("name").asText();
    }

    /** What it searches. */
    public List<String> index() {
        return texts(json.path("index"));
    }

    /** In Kibana's query language. */
    public String query() {
        return json.path("query").asText();
    }

    /** Whether it counts documents by group, as opposed to one alert per document. */
    public boolean isThreshold() {
        return json.path("type").asText().equals("threshold");
    }

    /** The fields that a threshold rule groups by. */
    public List<String> groupBy() {
        return texts(json.at("/threshold/field"));
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    /** The same rule over one tenant's data streams. */
    DetectionRule forTenant(String tenant) {
        ObjectNode copy = json.deepCopy();
        var list = copy.putArray("index");
        index().forEach(pattern -> list.add(pattern.replaceAll("\\*$", tenant)));
        return new DetectionRule(copy);
    }
}
