// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * That a saved object uses another one.
 *
 * @param name what the referring object calls it; unique within that object
 * @param type type of the object meant, for example {@code index-pattern}
 * @param id its id
 */
public record Reference(String name, String type, String id) {

    static List<Reference> list(JsonNode array) {
        List<Reference> references = new ArrayList<>();
        for (JsonNode each : array) {
            references.add(
                    new Reference(
                            each.path("name").asText(),
                            each.path("type").asText(),
                            each.path("id").asText()));
        }
        return references;
    }

    Reference withName(String other) {
        return new Reference(other, type, id);
    }

    ObjectNode json() {
        return CanonicalJson.object().put("id", id).put("name", name).put("type", type);
    }
}
