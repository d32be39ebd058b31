// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** Whether what a server holds is what we would send. */
final class Comparison {
    private Comparison() {}

    /**
     * Whether {@code held} says all that {@code ours} says. It may say more: servers add defaults,
     * which differ from version to version. A field type may be the basic one of its family.
     */
    static boolean covers(JsonNode held, JsonNode ours) {
        if (!ours.isObject()) {
            return held.equals(ours);
        }
        for (Iterator<Map.Entry<String, JsonNode>> it = ours.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> field = it.next();
            JsonNode theirs = held.path(field.getKey());
            if (!covers(theirs, field.getValue()) && !isSubstitute(field, theirs)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSubstitute(Map.Entry<String, JsonNode> ours, JsonNode theirs) {
        return ours.getKey().equals("type")
                && FieldTypes.isSubstitute(ours.getValue().asText(), theirs.asText());
    }
}
