// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types, versions and attributes that Kibana 8.19 knows. */
final class FrameRules {
    /**
     * Newest form of each type that every Kibana from 8.19 on takes, and the attributes of that
     * form. Kibana refuses objects of a newer form, and attributes that the form does not have.
     */
    private static final Map<String, Form> FORMS =
            Map.of(
                    "index-pattern",
                    new Form(
                            "8.0.0",
                            Set.of("title", "timeFieldName"),
                            Set.of(
                                    "allowHidden",
                                    "allowNoIndex",
                                    "fieldAttrs",
                                    "fieldFormatMap",
                                    "fields",
                                    "name",
                                    "runtimeFieldMap",
                                    "sourceFilters",
                                    "typeMeta")),
                    "search",
                    new Form(
                            "10.2.0",
                            Set.of("title", "columns", "sort", "kibanaSavedObjectMeta"),
                            Set.of(
                                    "description",
                                    "grid",
                                    "hideAggregatedPreview",
                                    "hideChart",
                                    "isTextBasedQuery",
                                    "refreshInterval",
                                    "rowHeight",
                                    "rowsPerPage",
                                    "timeRange",
                                    "timeRestore",
                                    "usesAdHocDataView",
                                    "viewMode")),
                    "dashboard",
                    new Form(
                            "10.2.0",
                            Set.of("title", "panelsJSON", "optionsJSON", "kibanaSavedObjectMeta"),
                            Set.of(
                                    "controlGroupInput",
                                    "description",
                                    "refreshInterval",
                                    "timeFrom",
                                    "timeRestore",
                                    "timeTo",
                                    "version")));

    private FrameRules() {}

    private record Form(String version, Set<String> required, Set<String> optional) {}

    static List<String> violations(SavedObject object) {
        Form form = FORMS.get(object.type());
        if (form == null) {
            return List.of("type is none of " + FORMS.keySet());
        }
        List<String> wrong = new ArrayList<>();
        if (!object.id().matches("talon-[a-z0-9-]+")) {
            wrong.add("id is not of the form talon-some-name");
        }
        if (!object.typeMigrationVersion().equals(form.version)) {
            wrong.add(
                    "typeMigrationVersion is %s, not %s"
                            .formatted(object.typeMigrationVersion(), form.version));
        }
        for (String name : form.required) {
            if (!object.attributes().has(name)) {
                wrong.add("attribute " + name + " is missing");
            }
        }
        object.attributes()
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!form.required.contains(name) && !form.optional.contains(name)) {
                                wrong.add("attribute " + name + " is unknown to " + form.version);
                            }
                        });
        try {
            EncodedAttributes.decoded(object.type(), object.attributes());
        } catch (IllegalArgumentException e) {
            wrong.add("an attribute that is to hold JSON is " + e.getMessage());
        }
        return wrong;
    }
}
