// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The file that Kibana imports and exports: one object on each line, a summary on the last. */
public final class SavedObjectFile {
    private static final String EXPORTED_COUNT = "exportedCount";

    private SavedObjectFile() {}

    /** The file's text; the same objects always give the same text. */
    public static String text(List<SavedObject> objects) {
        StringBuilder text = new StringBuilder();
        for (SavedObject object : objects) {
            text.append(CanonicalJson.compact(object.json())).append('\n');
        }
        ObjectNode summary = CanonicalJson.object();
        summary.putArray("excludedObjects");
        summary.put("excludedObjectsCount", 0);
        summary.put(EXPORTED_COUNT, objects.size());
        summary.put("missingRefCount", 0);
        summary.putArray("missingReferences");
        return text.append(CanonicalJson.compact(summary)).append('\n').toString();
    }

    /**
     * @throws IllegalArgumentException if a line is no saved object; names the line
     */
    public static List<SavedObject> parse(String text) {
        List<SavedObject> objects = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode json;
            try {
                json = CanonicalJson.parse(line);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
            if (json.has(EXPORTED_COUNT)) {
                continue;
            }
            if (!json.path("type").isTextual() || !json.path("id").isTextual()) {
                throw new IllegalArgumentException(
                        "line " + number + " is no saved object: it has no type or no id");
            }
            objects.add(SavedObject.of(json));
        }
        return objects;
    }
}
