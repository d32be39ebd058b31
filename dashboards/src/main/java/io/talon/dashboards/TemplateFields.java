// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.util.Map;
import java.util.TreeMap;

/** The fields that the index templates map. */
public final class TemplateFields {
    private TemplateFields() {}

    /** Name of an index template to its fields to their types, all by name. */
    public static Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> fields = new TreeMap<>();
        for (Asset asset : Asset.all()) {
            if (asset.kind() == AssetKind.INDEX_TEMPLATE) {
                fields.put(asset.name(), new TreeMap<>(Mappings.fieldTypes(asset)));
            }
        }
        return fields;
    }
}
