// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.Asset;
import io.talon.dashboards.AssetKind;
import io.talon.dashboards.Mappings;
import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.kibana.Reference;
import io.talon.dashboards.kibana.SavedObject;
import io.talon.dashboards.kibana.ShippedObjects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every field that a dashboard uses is one of the template's, of a type that suits the use. */
class DashboardFieldsTest {
    private static final Set<String> NUMBERS = Set.of("long", "integer", "float", "double");
    private static final Set<String> EXACT = Set.of("keyword", "constant_keyword", "ip", "boolean");

    private final List<SavedObject> objects = ShippedObjects.all();
    private final Panels panels = new Panels(objects);

    @Test
    void panelsUseFieldsThatSuitThem() {
        for (Panel panel : panels.all()) {
            panels.dataViews()
                    .forEach(
                            (view, pattern) ->
                                    panel.fieldUses(view)
                                            .forEach(use -> check(panel, use, types(pattern))));
        }
    }

    @Test
    void columnsSayTheTypeThatTheirFieldHas() {
        Map<String, Set<String>> fitting =
                Map.of(
                        "string", Set.of("keyword"),
                        "number", NUMBERS,
                        "ip", Set.of("ip"),
                        "date", Set.of("date"));
        for (SavedObject dashboard : panels.dashboards().values()) {
            JsonNode list = CanonicalJson.parse(dashboard.attributes().path("panelsJSON").asText());
            for (JsonNode layers : list.findValues("layers")) {
                for (JsonNode columns : layers.findValues("columns")) {
                    for (JsonNode column : columns) {
                        String operation = column.path("operationType").asText();
                        String type = anyType(column.path("sourceField").asText());
                        if (type != null && !operation.matches("count|unique_count|range")) {
                            assertThat(fitting.get(column.path("dataType").asText()))
                                    .as("%s: %s", dashboard.id(), column)
                                    .contains(type);
                        }
                    }
                }
            }
        }
    }

    @Test
    void controlsAndFieldSettingsNameFieldsOfTheirDataViews() {
        for (SavedObject object : objects) {
            JsonNode attributes = object.attributes();
            for (Reference reference : object.references()) {
                if (reference.name().startsWith("controlGroup_")) {
                    String id = reference.name().replaceAll("^controlGroup_|:.*$", "");
                    JsonNode controls =
                            CanonicalJson.parse(
                                    attributes.at("/controlGroupInput/panelsJSON").asText());
                    String field = controls.path(id).at("/explicitInput/fieldName").asText();
                    String type = types(panels.dataViews().get(reference.id())).get(field);
                    assertThat(EXACT.contains(type) || NUMBERS.contains(type))
                            .as("%s, control %s: %s is %s", object.key(), id, field, type)
                            .isTrue();
                }
            }
            if (object.type().equals("index-pattern")) {
                Set<String> known = types(attributes.path("title").asText()).keySet();
                for (String name : List.of("fieldAttrs", "fieldFormatMap")) {
                    CanonicalJson.parse(attributes.path(name).asText())
                            .fieldNames()
                            .forEachRemaining(
                                    field ->
                                            assertThat(known)
                                                    .as("%s of %s", name, object.key())
                                                    .contains(field));
                }
            }
        }
    }

    private static void check(Panel panel, FieldUse use, Map<String, String> types) {
        String type = types.get(use.field());
        assertThat(type)
                .as(
                        "%s, panel %s uses %s, which no template has",
                        panel.dashboard(), panel.id(), use.field())
                .isNotNull();
        boolean fits =
                switch (use.use()) {
                    case "date_histogram" -> type.equals("date");
                    case "terms", "control" -> EXACT.contains(type) || NUMBERS.contains(type);
                    case "range", "sum", "average" -> NUMBERS.contains(type);
                    case "min", "max" -> NUMBERS.contains(type) || type.equals("date");
                    case "unique_count", "last_value" ->
                            EXACT.contains(type) || NUMBERS.contains(type);
                    case "query", "sort" ->
                            EXACT.contains(type) || NUMBERS.contains(type) || type.equals("date");
                    case "show" -> !type.equals("object");
                    default -> false;
                };
        assertThat(fits)
                .as(
                        "%s, panel %s: %s of %s, a %s",
                        panel.dashboard(), panel.id(), use.use(), use.field(), type)
                .isTrue();
    }

    private static Map<String, String> types(String pattern) {
        return indexTemplates()
                .filter(asset -> pattern.startsWith(asset.name()))
                .map(Mappings::fieldTypes)
                .findFirst()
                .orElseThrow();
    }

    private static String anyType(String field) {
        return indexTemplates()
                .map(Mappings::fieldTypes)
                .filter(types -> types.containsKey(field))
                .map(types -> types.get(field))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Asset> indexTemplates() {
        return Asset.all().stream().filter(asset -> asset.kind() == AssetKind.INDEX_TEMPLATE);
    }
}
