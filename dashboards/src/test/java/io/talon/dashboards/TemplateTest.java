// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTest {
    /** Field sets of ECS that we write only named fields of, and must not invent any in. */
    private static final List<String> OURS = List.of("talon.", "labels.");

    /** Types that exist only in modules which a small Elasticsearch lacks. */
    private static final List<String> REFUSED_TYPES =
            List.of("nested", "scaled_float", "flattened");

    @Test
    void everyResourceIsInstalled() throws Exception {
        Path folder = Path.of("src/main/resources/io/talon/dashboards/elasticsearch");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName))
                    .extracting(Path::toString)
                    .containsExactlyInAnyOrderElementsOf(
                            Template.all().stream().map(t -> t.name() + ".json").toList());
        }
    }

    @Test
    void ecsFieldsHaveTheTypesOfEcs() throws Exception {
        Map<String, String> ecs =
                Files.readAllLines(Path.of("src/test/resources/ecs-9.4-types.tsv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t"))
                        .collect(toMap(words -> words[0], words -> words[1]));

        Map<String, String> ours = ecsFieldTypes();

        assertThat(ours).hasSizeGreaterThan(40).containsKeys("source.ip", "error.message");
        assertThat(ecs).containsAllEntriesOf(ours);
    }

    @Test
    void oneFieldHasOneTypeInAllDataStreams() {
        Map<String, String> seen = new LinkedHashMap<>();
        for (Template template : Template.all()) {
            fieldTypes(template)
                    .forEach(
                            (field, type) ->
                                    assertThat(seen.merge(field, type, (a, b) -> a))
                                            .as(field)
                                            .isEqualTo(type));
        }
    }

    @Test
    void usesNoTypeThatHasNoBasicOne() {
        for (Template template : Template.all()) {
            assertThat(fieldTypes(template).values()).doesNotContainAnyElementsOf(REFUSED_TYPES);
        }
    }

    @Test
    void indexTemplatesWinOverBuiltInOnesAndMakeDataStreams() {
        Map<String, Template> byName =
                Template.all().stream().collect(toMap(Template::name, identity()));
        for (Template template : byName.values()) {
            if (template.kind() == Template.Kind.COMPONENT) {
                continue;
            }
            assertThat(template.priority()).isGreaterThan(500);
            assertThat(template.body().path("data_stream").isObject()).isTrue();
            assertThat(template.patterns()).containsExactly(template.name() + "-*");
            assertThat(template.body().at("/template/lifecycle/data_retention").asText())
                    .endsWith("d");
            JsonNode optional = template.body().path("ignore_missing_component_templates");
            for (JsonNode component : template.body().path("composed_of")) {
                assertThat(byName.containsKey(component.asText()) || contains(optional, component))
                        .as("%s composes %s", template.name(), component)
                        .isTrue();
            }
        }
    }

    @Test
    void unknownFieldsAreKeptButNotMapped() {
        for (Template template : Template.all()) {
            JsonNode mappings = template.body().at("/template/mappings");
            if (mappings.isObject()) {
                assertThat(mappings.path("dynamic").asText()).isEqualTo("false");
            }
        }
        Template anomaly = Template.all().get(1);
        JsonNode feature =
                anomaly.body().at("/template/mappings/properties/talon/properties/feature");
        assertThat(feature.path("dynamic").asText()).isEqualTo("false");
    }

    private static boolean contains(JsonNode array, JsonNode element) {
        for (JsonNode each : array) {
            if (each.equals(element)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> ecsFieldTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        Template.all().forEach(template -> types.putAll(fieldTypes(template)));
        types.keySet().removeIf(field -> OURS.stream().anyMatch(field::startsWith));
        return types;
    }

    private static Map<String, String> fieldTypes(Template template) {
        Map<String, String> types = new LinkedHashMap<>();
        collect("", template.body().at("/template/mappings"), types);
        return types;
    }

    private static void collect(String prefix, JsonNode object, Map<String, String> types) {
        object.path("properties")
                .fields()
                .forEachRemaining(
                        field -> {
                            String name = prefix + field.getKey();
                            if (field.getValue().has("properties")) {
                                collect(name + ".", field.getValue(), types);
                            } else {
                                types.put(name, field.getValue().path("type").asText());
                            }
                        });
    }
}
