// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One saved object as Kibana exports it: parts of its attributes are JSON written as text.
 *
 * @param type for example {@code dashboard}
 * @param id unique among the objects of its type
 * @param typeMigrationVersion version of the type's form; Kibana brings an older one up to its own
 *     and refuses a newer one
 * @param attributes what the object is; not to be changed
 * @param references the objects that it uses
 */
public record SavedObject(
        String type,
        String id,
        String typeMigrationVersion,
        ObjectNode attributes,
        List<Reference> references) {

    /** Form of the frame around every object; unchanged in Kibana since 8.8. */
    static final String CORE_MIGRATION_VERSION = "8.8.0";

    public SavedObject {
        references = List.copyOf(references);
    }

    /** {@code type/id}. */
    public String key() {
        return type + "/" + id;
    }

    ObjectNode json() {
        ObjectNode json = CanonicalJson.object();
        json.set("attributes", attributes);
        json.put("coreMigrationVersion", CORE_MIGRATION_VERSION);
        json.put("id", id);
        json.put("managed", false);
        ArrayNode list = json.putArray("references");
        references.forEach(reference -> list.add(reference.json()));
        json.put("type", type);
        json.put("typeMigrationVersion", typeMigrationVersion);
        return json;
    }

    /** Whatever an export adds of its own (versions, users, times) is left out. */
    static SavedObject of(JsonNode json) {
        return new SavedObject(
                json.path("type").asText(),
                json.path("id").asText(),
                json.path("typeMigrationVersion").asText(),
                json.path("attributes").isObject()
                        ? (ObjectNode) json.path("attributes").deepCopy()
                        : CanonicalJson.object(),
                Reference.list(json.path("references")));
    }
}
