// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AssetTest {
    private static final Path FOLDER =
            Path.of("src/main/resources/io/talon/dashboards/elasticsearch");

    /** Field sets that are not ECS'. */
    private static final List<String> OURS = List.of("talon.", "labels.");

    /** Types that need a module which a small Elasticsearch lacks, or that cannot be charted. */
    private static final List<String> REFUSED_TYPES =
            List.of("nested", "scaled_float", "flattened");

    private static final ServerFeatures WITH_POLICIES =
            new ServerFeatures(elasticsearch(9, 4), true, Set.of(), false, false);

    @Test
    void everyResourceIsInstalled() throws IOException {
        Set<String> files;
        try (Stream<Path> walk = Files.walk(FOLDER)) {
            files =
                    walk.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(FOLDER.resolve("history")))
                            .map(file -> FOLDER.relativize(file).toString())
                            .collect(toSet());
        }
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        Asset.all().stream()
                                .map(a -> a.kind().folder() + "/" + a.name() + ".json")
                                .toList());
    }

    @Test
    void whatWasReleasedUnderAVersionNumberDoesNotChange() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("history"))) {
            for (Path file : files.toList()) {
                String[] name = file.getFileName().toString().replace(".json", "").split("@");
                JsonNode old = new ObjectMapper().readTree(file.toFile());
                assertThat(Asset.version(old))
                        .as(file.toString())
                        .isEqualTo(Integer.parseInt(name[1]));
                for (Asset asset : Asset.all()) {
                    if (asset.name().equals(name[0]) && asset.version() == Asset.version(old)) {
                        assertThat(asset.body())
                                .as("%s changed: count its version up", asset)
                                .isEqualTo(old);
                    }
                }
            }
        }
    }

    @Test
    void everyEarlierVersionIsKept() {
        for (Asset asset : Asset.all()) {
            for (int version = 1; version < asset.version(); version++) {
                assertThat(asset.released(version)).as("%s@%d", asset, version).isPresent();
            }
        }
    }

    @Test
    void ecsFieldsHaveTheTypesOfEcs() throws IOException {
        Map<String, String> ecs =
                Files.readAllLines(Path.of("src/test/resources/ecs-9.4-types.tsv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t"))
                        .collect(toMap(words -> words[0], words -> words[1]));
        Map<String, String> ours = new LinkedHashMap<>();
        components().forEach(asset -> ours.putAll(fieldTypes(asset)));
        ours.keySet().removeIf(field -> OURS.stream().anyMatch(field::startsWith));
        assertThat(ours).hasSizeGreaterThan(60).containsKeys("source.ip", "error.message");
        assertThat(ecs).containsAllEntriesOf(ours);
    }

    @Test
    void oneFieldHasOneTypeInAllDataStreams() {
        Map<String, String> seen = new LinkedHashMap<>();
        components()
                .forEach(
                        asset ->
                                fieldTypes(asset)
                                        .forEach(
                                                (field, type) ->
                                                        assertThat(
                                                                        seen.merge(
                                                                                field,
                                                                                type,
                                                                                (a, b) -> a))
                                                                .as(field)
                                                                .isEqualTo(type)));
    }

    @Test
    void usesNoTypeThatHasNoBasicOne() {
        components()
                .forEach(
                        asset ->
                                assertThat(fieldTypes(asset).values())
                                        .doesNotContainAnyElementsOf(REFUSED_TYPES));
    }

    @Test
    void indexTemplatesWinOverBuiltInOnesAndMakeDataStreams() {
        Set<String> present = components().map(Asset::name).collect(toSet());
        for (Asset template : indexTemplates()) {
            assertThat(template.priority()).isGreaterThan(500);
            assertThat(template.body().path("data_stream").isObject()).isTrue();
            assertThat(template.patterns()).containsExactly(template.name() + "-*");
            assertThat(template.body().at("/template/lifecycle/enabled").asBoolean()).isTrue();
            Set<String> optional =
                    texts(template.body().path("ignore_missing_component_templates"));
            for (String component : texts(template.body().path("composed_of"))) {
                assertThat(present.contains(component) || optional.contains(component))
                        .as("%s composes %s", template, component)
                        .isTrue();
            }
        }
    }

    @Test
    void aPolicyTakesThePlaceOfTheLifecycleWhereThereAreSome() {
        Map<String, JsonNode> policies =
                Asset.fitting(WITH_POLICIES, false).stream()
                        .filter(asset -> asset.kind() == AssetKind.LIFECYCLE_POLICY)
                        .collect(toMap(Asset::name, Asset::body));
        for (Asset template : Asset.fitting(WITH_POLICIES, false)) {
            if (template.kind() == AssetKind.INDEX_TEMPLATE) {
                JsonNode inner = template.body().path("template");
                assertThat(inner.has("lifecycle")).isFalse();
                assertThat(policies)
                        .containsKey(inner.at("/settings/index/lifecycle/name").asText());
            }
        }
    }

    @Test
    void dataIsKeptForAsLongOnBothRoads() {
        Map<String, String> policies =
                Asset.all().stream()
                        .filter(asset -> asset.kind() == AssetKind.LIFECYCLE_POLICY)
                        .collect(
                                toMap(
                                        Asset::name,
                                        a ->
                                                a.body()
                                                        .at("/policy/phases/delete/min_age")
                                                        .asText()));
        for (Asset template : indexTemplates()) {
            String policy = template.name().replaceAll("^.*talon\\.", "talon-");
            assertThat(template.body().at("/template/lifecycle/data_retention").asText())
                    .isEqualTo(policies.get(policy));
        }
    }

    @Test
    void unknownFieldsAreKeptButNotMapped() {
        components()
                .filter(asset -> asset.body().at("/template/mappings").isObject())
                .forEach(
                        asset ->
                                assertThat(asset.body().at("/template/mappings/dynamic").asText())
                                        .isEqualTo("false"));
    }

    @Test
    void pipelinesAndLookUpsAreForServersThatCanDoThem() {
        ServerFeatures small =
                new ServerFeatures(elasticsearch(8, 19), false, Set.of(), false, false);
        ServerFeatures full =
                new ServerFeatures(
                        elasticsearch(8, 19),
                        true,
                        Set.of("set", "pipeline", "rename", "geoip"),
                        true,
                        false);
        assertThat(names(small, true)).doesNotContain("talon", "talon-pipeline", "talon-geoip");
        assertThat(names(full, false))
                .contains("talon", "talon-pipeline")
                .doesNotContain("talon-geoip");
        assertThat(names(full, true)).contains("talon-geoip", "talon-dlq");
    }

    private static ServerVersion elasticsearch(int major, int minor) {
        return new ServerVersion(ServerVersion.Product.ELASTICSEARCH, major, minor, 0);
    }

    private static List<String> names(ServerFeatures features, boolean geoip) {
        return Asset.fitting(features, geoip).stream().map(Asset::name).toList();
    }

    private static Stream<Asset> components() {
        return Asset.all().stream().filter(a -> a.kind() == AssetKind.COMPONENT_TEMPLATE);
    }

    private static List<Asset> indexTemplates() {
        return Asset.all().stream().filter(a -> a.kind() == AssetKind.INDEX_TEMPLATE).toList();
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(toSet());
    }

    private static Map<String, String> fieldTypes(Asset asset) {
        return Mappings.fieldTypes(asset.body().at("/template/mappings"));
    }
}
