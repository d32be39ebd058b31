// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Kibana's documentation of the rule API and the layout of custom rules ask of a rule,
 * restated, and what we ask of ours: a guide, and a look back that is longer than the interval.
 */
public final class RuleChecks {
    private static final Set<String> TYPES = Set.of("query", "threshold");
    private static final List<String> REQUIRED =
            List.of("name", "description", "query", "note", "language", "license");

    /** Kibana's default risk score of each severity. */
    private static final Map<String, Integer> SCORES =
            Map.of("low", 21, "medium", 47, "high", 73, "critical", 99);

    private static final int THRESHOLD_FIELDS = 3;
    private static final int MAX_SIGNALS = 1000;
    private static final Pattern TIME = Pattern.compile("(?:now-)?(\\d+)([smhd])");

    private RuleChecks() {}

    /** Everything that is wrong, each with the rule's name; empty if all is well. */
    public static List<String> violations(List<DetectionRule> rules) {
        List<String> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (DetectionRule rule : rules) {
            for (String each : violations(rule)) {
                wrong.add(rule.name() + ": " + each);
            }
            if (!ids.add(rule.id())) {
                wrong.add(rule.name() + ": another rule has the rule_id " + rule.id());
            }
        }
        return wrong;
    }

    private static List<String> violations(DetectionRule rule) {
        JsonNode json = rule.json();
        List<String> wrong = new ArrayList<>();
        for (String field : REQUIRED) {
            if (json.path(field).asText().isBlank()) {
                wrong.add("there is no " + field);
            }
        }
        try {
            UUID.fromString(rule.id());
        } catch (IllegalArgumentException e) {
            wrong.add("the rule_id is no UUID");
        }
        if (!TYPES.contains(json.path("type").asText())) {
            wrong.add("the type must be one of " + TYPES);
        }
        if (!json.path("language").asText().equals("kuery")) {
            wrong.add("the language must be kuery");
        }
        Integer score = SCORES.get(json.path("severity").asText());
        if (score == null || json.path("risk_score").asInt() != score) {
            wrong.add("severity and risk_score must be one of " + SCORES);
        }
        if (rule.index().isEmpty()
                || !rule.index().stream().allMatch(i -> i.matches("(logs|metrics)-talon\\..*"))) {
            wrong.add("index must name data streams of Talon");
        }
        if (json.path("max_signals").asInt() < 1
                || json.path("max_signals").asInt() > MAX_SIGNALS) {
            wrong.add("max_signals must be 1 to " + MAX_SIGNALS);
        }
        if (!json.path("note").asText().contains("#### Possible investigation steps")) {
            wrong.add("the note is no investigation guide");
        }
        ofTime(json, wrong);
        ofThreshold(rule, wrong);
        ofThreat(json, wrong);
        return wrong;
    }

    private static void ofTime(JsonNode json, List<String> wrong) {
        Duration back = duration(json.path("from").asText());
        Duration every = duration(json.path("interval").asText());
        if (back.isZero() || every.isZero() || back.compareTo(every) <= 0) {
            wrong.add("from must reach further back than the interval, so that nothing is missed");
        }
    }

    /** Zero if it is no span of time. */
    static Duration duration(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Duration.ZERO;
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static void ofThreshold(DetectionRule rule, List<String> wrong) {
        JsonNode threshold = rule.json().path("threshold");
        if (rule.isThreshold() != threshold.isObject()) {
            wrong.add("a threshold belongs to a rule of the type threshold, and to no other");
        }
        if (rule.groupBy().size() > THRESHOLD_FIELDS) {
            wrong.add("a threshold groups by at most " + THRESHOLD_FIELDS + " fields");
        }
        if (rule.isThreshold() && threshold.path("value").asInt() < 1) {
            wrong.add("the threshold's value must be 1 or more");
        }
        if (rule.isThreshold() && !rule.groupBy().contains("organization.id")) {
            wrong.add("a threshold must not count over several tenants: group by organization.id");
        }
    }

    private static void ofThreat(JsonNode json, List<String> wrong) {
        for (JsonNode threat : json.path("threat")) {
            JsonNode tactic = threat.path("tactic");
            boolean whole =
                    threat.path("framework").asText().equals("MITRE ATT&CK")
                            && tactic.path("id").asText().matches("TA\\d{4}")
                            && tactic.path("reference")
                                    .asText()
                                    .contains(tactic.path("id").asText())
                            && threat.path("technique").isArray();
            if (!whole) {
                wrong.add("a threat needs framework, tactic with id and reference, and techniques");
            }
            String tag = "Tactic: " + tactic.path("name").asText();
            if (!DetectionRule.texts(json.path("tags")).contains(tag)) {
                wrong.add("the tag \"" + tag + "\" is missing");
            }
        }
    }
}
