// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import java.util.ArrayList;
import java.util.List;

/** Rules as Kibana exports and imports them: one on each line, and a summary at the end. */
public final class RuleFile {
    private static final String EXPORTED = "exported_count";

    private RuleFile() {}

    /** The file's text; the same rules always give the same text. */
    public static String text(List<DetectionRule> rules) {
        StringBuilder text = new StringBuilder();
        rules.forEach(rule -> text.append(CanonicalJson.compact(rule.json())).append('\n'));
        return text.append(CanonicalJson.compact(summary(rules.size()))).append('\n').toString();
    }

    private static ObjectNode summary(int count) {
        ObjectNode summary = CanonicalJson.object();
        summary.put(EXPORTED, count);
        summary.put("exported_rules_count", count);
        summary.putArray("missing_rules");
        summary.put("missing_rules_count", 0);
        summary.put("exported_exception_list_count", 0);
        summary.put("exported_exception_list_item_count", 0);
        summary.putArray("missing_exception_lists");
        summary.put("missing_exception_lists_count", 0);
        summary.putArray("missing_exception_list_items");
        summary.put("missing_exception_list_items_count", 0);
        return summary;
    }

    /**
     * @throws IllegalArgumentException if a line is no rule; names the line
     */
    static List<DetectionRule> parse(String text) {
        List<DetectionRule> rules = new ArrayList<>();
        for (String line : text.lines().toList()) {
            JsonNode json = CanonicalJson.parse(line);
            if (json.has(EXPORTED)) {
                continue;
            }
            if (!(json instanceof ObjectNode rule && rule.has("rule_id"))) {
                throw new IllegalArgumentException("no rule: " + line);
            }
            rules.add(new DetectionRule(rule));
        }
        return rules;
    }
}
