// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.Mappings;
import io.talon.dashboards.kibana.CanonicalJson;

/** The fields beyond ECS, for tools that check rules: pattern → field → type. */
public final class RuleSchema {
    private RuleSchema() {}

    /** Made from the index templates. */
    public static ObjectNode json() {
        ObjectNode json = CanonicalJson.object();
        Mappings.fieldTypes()
                .forEach(
                        (template, fields) -> {
                            ObjectNode own = json.putObject(template + "-*");
                            fields.forEach(
                                    (name, type) -> {
                                        if (name.startsWith("talon.")) {
                                            own.put(name, type);
                                        }
                                    });
                        });
        return json;
    }
}
