// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.Mappings;
import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.kql.Kql;
import io.talon.dashboards.sample.SampleDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRulesTest {
    private static final Path SOURCES = Path.of("custom-rules");
    private static final Path PACKED =
            Path.of("src/main/resources/io/talon/dashboards/rule/rules.ndjson");

    private final List<DetectionRule> rules = ShippedRules.all(Optional.empty());

    @Test
    void theCommittedFilesAreWhatTheSourcesPackTo() throws IOException {
        assertThat(RuleFile.text(new RuleFolder(SOURCES).read()))
                .as("run ./talon kibana pack and commit the result")
                .isEqualTo(Files.readString(PACKED));
        assertThat(CanonicalJson.pretty(RuleSchema.json()))
                .as("run ./talon kibana pack and commit the result")
                .isEqualTo(Files.readString(SOURCES.resolve("etc/talon-schema.json")));
    }

    @Test
    void keepWhatKibanaAsksOfRules() {
        assertThat(rules).hasSize(6);
        assertThat(RuleChecks.violations(rules)).isEmpty();
    }

    @Test
    void nameFieldsOfTheTemplates() {
        for (DetectionRule rule : rules) {
            String template = rule.index().get(0).replace("-*", "");
            Map<String, String> types = Mappings.fieldTypes().get(template);
            List<String> exact = new ArrayList<>(rule.groupBy());
            rule.json()
                    .findValues("threshold")
                    .forEach(
                            t ->
                                    t.findValues("field").stream()
                                            .filter(JsonNode::isTextual)
                                            .forEach(field -> exact.add(field.asText())));
            exact.forEach(
                    field ->
                            assertThat(types.get(field))
                                    .as(rule.name() + " groups by " + field)
                                    .isIn("keyword", "ip"));
            List<String> named = new ArrayList<>(Kql.parse(rule.query()).fields());
            named.addAll(DetectionRule.texts(rule.json().at("/investigation_fields/field_names")));
            named.add(rule.json().path("timestamp_override").asText());
            for (String list : List.of("risk_score_mapping", "severity_mapping")) {
                rule.json().path(list).forEach(each -> named.add(each.path("field").asText()));
            }
            assertThat(types.keySet()).as(rule.name()).containsAll(named);
        }
    }

    static Stream<RuleProof> proofs() {
        return RuleProof.all();
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void findTheTrueExamplesAlone(RuleProof proof) {
        List<JsonNode> documents =
                proof.example().documents().stream().<JsonNode>map(SampleDocument::json).toList();
        assertThat(ExpectedAlerts.of(proof.rule(), documents)).isEqualTo(proof.example().alerts());
    }

    @Test
    void readOneTenantIfAsked() {
        assertThat(ShippedRules.all(Optional.of("acme")))
                .allSatisfy(rule -> assertThat(rule.index()).allMatch(i -> i.endsWith("-acme")));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(r -> r.put("rule_id", "seven"), "rule_id is no UUID"),
                fault(r -> r.put("from", "now-1h"), "from must reach further back"),
                fault(r -> r.put("interval", "often"), "from must reach further back"),
                fault(r -> r.put("risk_score", 50), "severity and risk_score"),
                fault(r -> r.put("note", "look closely"), "no investigation guide"),
                fault(r -> r.put("language", "eql"), "language must be kuery"),
                fault(r -> r.put("type", "query"), "a threshold belongs to"),
                fault(r -> r.putArray("index").add("logs-*"), "data streams of Talon"),
                fault(r -> r.withObject("/threshold").put("value", 0), "1 or more"),
                fault(r -> r.withObject("/threshold").putArray("field"), "several tenants"),
                fault(r -> r.putArray("threat").addObject(), "a threat needs"));
    }

    private static Arguments fault(Consumer<ObjectNode> change, String words) {
        return Arguments.of(change, words);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamed(Consumer<ObjectNode> change, String words) {
        DetectionRule rule =
                rules.stream().filter(r -> r.name().contains("Drifted")).findFirst().orElseThrow();
        ObjectNode json = rule.json().deepCopy();
        change.accept(json);
        assertThat(RuleChecks.violations(List.of(new DetectionRule(json))))
                .anySatisfy(wrong -> assertThat(wrong).contains(rule.name(), words));
    }

    @Test
    void twoRulesOfOneIdAreNamed() {
        assertThat(RuleChecks.violations(List.of(rules.get(0), rules.get(0))))
                .singleElement()
                .asString()
                .contains("another rule has the rule_id");
    }

    @Test
    void namesTheFileThatIsNoRule(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("rules")).resolve("odd.toml");
        Files.writeString(file, "[metadata]\n");
        assertThatThrownBy(() -> new RuleFolder(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("odd.toml has no table [rule]");
        Files.writeString(file, "[rule\n");
        assertThatThrownBy(() -> new RuleFolder(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("odd.toml is not TOML");
    }
}
