// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.dashboards.sample.SampleDocument;
import io.talon.dashboards.sample.SampleDocuments;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFieldsTest {
    private static final String EXPECTED = "../flink-job/src/test/resources/io/talon/job/document/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anomaly.json",
                "anomaly-bare.json",
                "alert-closed.json",
                "alert-budget-exhausted.json"
            })
    void everyFieldOfTheJobsDocumentsIsInTheTemplate(String file) throws IOException {
        assertThat(types("logs-talon.anomaly").keySet())
                .containsAll(leaves(new ObjectMapper().readTree(new File(EXPECTED + file))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs-talon.anomaly",
                "logs-talon.dlq",
                "logs-talon.audit",
                "metrics-talon.score"
            })
    void documentsAndTemplateHaveTheSameFields(String template) {
        Set<String> written =
                SampleDocuments.all().stream()
                        .filter(document -> document.stream().startsWith(template + "-"))
                        .map(SampleDocument::json)
                        .flatMap(json -> leaves(json).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> types = types(template);
        assertThat(types.keySet()).as("fields that no template has").containsAll(written);

        Set<String> unwritten = new TreeSet<>(types.keySet());
        unwritten.removeAll(written);
        unwritten.remove("event.ingested"); // by the ingest pipeline
        unwritten.removeIf(field -> field.startsWith("talon.feature")); // never all in one document
        assertThat(unwritten).as("fields of the template that nobody writes").isEmpty();
    }

    @Test
    void noTwoDocumentsBearTheSameTimeInOneStream() {
        assertThat(SampleDocuments.all())
                .extracting(d -> d.stream() + d.json().path("@timestamp").asText())
                .doesNotHaveDuplicates();
    }

    private static Map<String, String> types(String template) {
        return Mappings.fieldTypes(
                Asset.all().stream()
                        .filter(asset -> asset.name().equals(template))
                        .findFirst()
                        .orElseThrow());
    }

    private static Set<String> leaves(JsonNode json) {
        Set<String> leaves = new TreeSet<>();
        collect("", json, leaves);
        return leaves;
    }

    private static void collect(String prefix, JsonNode node, Set<String> leaves) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = prefix + field.getKey();
            if (field.getValue().isObject()) {
                collect(name + ".", field.getValue(), leaves);
            } else {
                leaves.add(name);
            }
        }
    }
}
