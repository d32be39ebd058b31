// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data stream of Talon's that is there.
 *
 * @param name for example {@code logs-talon.anomaly-acme}
 * @param template ours for it
 * @param types field types of each of its indices, the one that is written to last
 * @param blocks settings that keep its newest index from being written to
 */
public record TalonStream(
        String name, Asset template, List<IndexTypes> types, Map<String, String> blocks) {

    /** Field types of one index. */
    public record IndexTypes(String index, Map<String, String> types) {
        /** Fields that have another type than ours. */
        Map<String, String> conflicts(Map<String, String> ours) {
            Map<String, String> conflicts = new TreeMap<>();
            types.forEach(
                    (field, type) -> {
                        String wanted = ours.get(field);
                        if (wanted != null
                                && !wanted.equals(type)
                                && !FieldTypes.isSubstitute(wanted, type)) {
                            conflicts.put(field, type);
                        }
                    });
            return conflicts;
        }

        /** Whether a field of ours is not searchable in it. */
        boolean lacks(Map<String, String> ours) {
            return ours.entrySet().stream()
                    .anyMatch(
                            field ->
                                    !types.containsKey(field.getKey())
                                            && !field.getValue().equals("object"));
        }
    }

    /** The index that is written to. */
    public IndexTypes newest() {
        return types.get(types.size() - 1);
    }

    /** Whether its newest index could take fields of ours that it does not have. */
    public boolean isBehind() {
        Map<String, String> ours = Mappings.fieldTypes(template);
        return newest().conflicts(ours).isEmpty() && newest().lacks(ours);
    }

    static Map<String, String> blocks(JsonNode flatSettings) {
        Map<String, String> blocks = new TreeMap<>();
        flatSettings
                .properties()
                .forEach(
                        setting -> {
                            if (setting.getKey().startsWith("index.blocks.")
                                    && setting.getValue().asText().equals("true")) {
                                blocks.put(setting.getKey(), "true");
                            }
                        });
        return blocks;
    }
}
