// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.AssetState;
import io.talon.dashboards.Checkup;
import io.talon.dashboards.Credentials;
import io.talon.dashboards.Finding;
import io.talon.dashboards.InstallPlan;
import io.talon.dashboards.InstalledAsset;
import io.talon.dashboards.InstalledAsset.Outcome;
import io.talon.dashboards.Installer;
import io.talon.dashboards.PlannedAsset;
import io.talon.dashboards.TemplateInstaller;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What an installation does on any supported Elasticsearch; the tests go from one to the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class InstallContract {
    private static final String STREAM = "logs-talon.anomaly-acme";

    private RealElasticsearch elasticsearch;
    private Installer installer;
    private Operator operator;
    private AnomalyStream stream;

    abstract RealElasticsearch start() throws Exception;

    RealElasticsearch elasticsearch() {
        return elasticsearch;
    }

    @BeforeAll
    void startElasticsearch() throws Exception {
        elasticsearch = start();
        installer = new Installer(elasticsearch.url(), Credentials.none());
        operator = new Operator(elasticsearch.url());
        stream = new AnomalyStream(elasticsearch, "acme");
    }

    @AfterAll
    void stopElasticsearch() {
        if (elasticsearch != null) {
            elasticsearch.close();
        }
    }

    @Test
    @Order(1)
    void sayingWhatWouldBeDoneDoesNothing() throws Exception {
        assertThat(states(installer.plan(false))).containsOnly(AssetState.MISSING);
        assertThat(states(installer.plan(false))).containsOnly(AssetState.MISSING);
    }

    @Test
    @Order(2)
    void theFirstTemplatesAreUpgradedAndTheirDataStaysSearchable() throws Exception {
        ReleasedTemplates released = new ReleasedTemplates(elasticsearch);
        released.putComponents(
                1,
                List.of(
                        "talon-settings",
                        "talon-anomaly-mappings",
                        "talon-dlq-mappings",
                        "talon-score-mappings"));
        released.putIndexTemplates(
                1, List.of("logs-talon.anomaly", "logs-talon.dlq", "metrics-talon.score"));
        assertThat(stream.create("old", stream.anomaly("2026-11-01T00:00:00Z"))).isEqualTo(201);

        InstallPlan plan = installer.plan(false);
        assertThat(states(plan))
                .contains(AssetState.OUTDATED, AssetState.MISSING)
                .doesNotContain(AssetState.CHANGED);
        assertThat(plan.isBlocked()).isFalse();
        installer.apply(plan, false);

        assertThat(stream.create("new", stream.anomaly("2026-11-02T00:00:00Z"))).isEqualTo(201);
        assertThat(stream.count("talon.feature.resp_bytes.actual", 4.1e6)).isEqualTo(1);
        assertThat(stream.count("event.severity", 73)).isEqualTo(2);
        assertThat(new Checkup(elasticsearch.url(), Credentials.none()).run()).isEmpty();
    }

    @Test
    @Order(3)
    void thePreviousTemplatesAreUpgradedAndTheirDataStaysSearchable() throws Exception {
        new ReleasedTemplates(elasticsearch)
                .putComponents(2, List.of("talon-anomaly-mappings", "talon-score-mappings"));
        AnomalyStream other = new AnomalyStream(elasticsearch, "beta");
        String alert =
                other.anomaly("2026-11-01T00:00:00Z")
                        .replace("\"talon\": {", "\"talon\": {\"alert\": {\"step\": \"opened\"}, ");
        assertThat(other.create("old", alert)).isEqualTo(201);
        assertThat(other.count("talon.alert.step", "opened")).as("not a field yet").isZero();

        InstallPlan plan = installer.plan(false);
        assertThat(planned(plan, "talon-anomaly-mappings").state()).isEqualTo(AssetState.OUTDATED);
        assertThat(plan.isBlocked()).isFalse();
        installer.apply(plan, false);

        assertThat(other.create("new", alert)).isEqualTo(201);
        assertThat(other.count("talon.alert.step", "opened")).isEqualTo(1);
        assertThat(other.count("event.severity", 73)).isEqualTo(2);
        assertThat(new Checkup(elasticsearch.url(), Credentials.none()).run()).isEmpty();
    }

    @Test
    @Order(4)
    void installingAgainChangesNothing() throws Exception {
        JsonNode before = templates();
        List<InstalledAsset> again =
                new TemplateInstaller(elasticsearch.url(), Optional.empty()).install();
        assertThat(again).extracting(InstalledAsset::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(templates()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void aFieldOfTheWrongTypeIsRefusedNotGuessed() throws Exception {
        assertThat(
                        stream.create(
                                "two",
                                stream.anomaly("2026-11-02T00:00:00Z")
                                        .replace("203.0.113.9", "nowhere")))
                .isEqualTo(400);
        assertThat(stream.create("new", stream.anomaly("2026-11-02T00:00:00Z"))).isEqualTo(409);
    }

    @Test
    @Order(6)
    void whatSomebodyAddedByHandIsShownAndKept() throws Exception {
        JsonNode held = held("talon-dlq-mappings");
        String changed =
                held.toString()
                        .replaceFirst("\"properties\":\\{", "$0\"mine\":{\"type\":\"long\"},");
        elasticsearch.send("PUT", "/_component_template/talon-dlq-mappings", changed).ok();

        InstallPlan plan = installer.plan(false);
        PlannedAsset planned = planned(plan, "talon-dlq-mappings");
        assertThat(planned.state()).isEqualTo(AssetState.CHANGED);
        assertThat(planned.differences())
                .extracting(Object::toString)
                .containsExactly(
                        "template.mappings.properties.mine: {\"type\":\"long\"} -> (none)");
        assertThat(installer.apply(plan, false))
                .filteredOn(done -> done.outcome() == Outcome.KEPT)
                .extracting(done -> done.asset().name())
                .containsExactly("talon-dlq-mappings");
        JsonNode before = templates();
        operator.assertBothSay("talon-dlq-mappings", "changed by hand", "--diff", "--force");
        assertThat(templates()).isEqualTo(before);

        installer.apply(installer.plan(false), true);
        assertThat(planned(installer.plan(false), "talon-dlq-mappings").state())
                .isEqualTo(AssetState.SAME);
    }

    @Test
    @Order(7)
    void somebodyElsesTemplateOfOurNameIsKept() throws Exception {
        elasticsearch
                .send(
                        "PUT",
                        "/_component_template/talon-settings",
                        "{\"template\": {\"settings\": {\"index.number_of_shards\": 3}}}")
                .ok();
        InstallPlan plan = installer.plan(false);
        assertThat(planned(plan, "talon-settings").state()).isEqualTo(AssetState.FOREIGN);
        assertThat(plan.isBlocked()).isTrue();
        operator.assertBothSay("talon-settings", "--diff", "--force");
        assertThat(planned(installer.plan(false), "talon-settings").state())
                .isEqualTo(AssetState.FOREIGN);
        installer.apply(plan, true);
    }

    @Test
    @Order(8)
    void aLaterVersionIsNotOverwritten() throws Exception {
        JsonNode held = held("talon-settings");
        elasticsearch
                .send(
                        "PUT",
                        "/_component_template/talon-settings",
                        held.toString().replace("\"version\":1", "\"version\":99"))
                .ok();
        assertThat(planned(installer.plan(false), "talon-settings").state())
                .isEqualTo(AssetState.NEWER);
        installer.apply(installer.plan(false), true);
    }

    @Test
    @Order(9)
    void aRivalOfHigherPriorityIsNamedWithTheRemedy() throws Exception {
        elasticsearch
                .send(
                        "PUT",
                        "/_index_template/greedy",
                        "{\"index_patterns\": [\"logs-talon*\"], \"priority\": 900,"
                                + " \"data_stream\": {}}")
                .ok();
        JsonNode before = templates();
        operator.assertBothSay("greedy", "priority 900", "below 501");
        assertThat(templates()).isEqualTo(before);
        assertThatThrownBy(
                        () ->
                                new TemplateInstaller(elasticsearch.url(), Optional.empty())
                                        .install())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("greedy");
        elasticsearch.send("DELETE", "/_index_template/greedy", "").ok();
    }

    @Test
    @Order(10)
    void aReadOnlyIndexIsNamedWithTheRemedy() throws Exception {
        String block = "index.blocks.read_only_allow_delete";
        stream.set(block, true);
        operator.assertBothSay(STREAM + " is read-only", block, "PUT /.ds-");
        stream.set(block, null);
        assertThat(findings()).isEmpty();
    }

    @Test
    @Order(11)
    void conflictingFieldTypesAreNamedAndGoneAfterARollover() throws Exception {
        String stream = "metrics-talon.score-acme";
        elasticsearch
                .send(
                        "PUT",
                        "/_index_template/for-acme",
                        """
                        {"index_patterns": ["metrics-talon.score-acme"], "priority": 900, "data_stream": {},
                         "template": {"mappings": {"properties": {"labels": {"properties": {"site": {"type": "long"}}}}}}}
                        """)
                .ok();
        elasticsearch
                .send(
                        "POST",
                        "/" + stream + "/_doc?refresh=true",
                        "{\"@timestamp\": \"2026-11-01T00:00:00Z\", \"labels\": {\"site\": 7}}")
                .ok();
        elasticsearch.send("DELETE", "/_index_template/for-acme", "");
        elasticsearch
                .send(
                        "PUT",
                        "/_index_template/for-acme",
                        "{\"index_patterns\": [\"nothing\"], \"priority\": 900}")
                .ok();
        assertThat(findings())
                .filteredOn(finding -> finding.level() == Finding.Level.ERROR)
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.toString())
                                        .contains("labels.site has the type long", "/_rollover"));

        operator.assertBothSay("labels.site has the type long", "/_rollover", "--force");
        installer.apply(installer.plan(false), true);

        assertThat(findings())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.level()).isEqualTo(Finding.Level.WARNING));
        elasticsearch
                .send(
                        "POST",
                        "/" + stream + "/_doc?refresh=true",
                        "{\"@timestamp\": \"2026-11-02T00:00:00Z\", \"labels\": {\"site\":"
                                + " \"plant-7\"}}")
                .ok();
    }

    @Test
    @Order(12)
    void aPlainIndexInPlaceOfADataStreamIsNamed() throws Exception {
        elasticsearch
                .send(
                        "PUT",
                        "/_index_template/logs-talon.dlq",
                        "{\"index_patterns\": [\"nothing-else\"]}")
                .ok();
        elasticsearch.send("PUT", "/logs-talon.dlq-acme", "{}").ok();
        operator.assertBothSay("logs-talon.dlq-acme is an index, not a data stream", "Reindex");
        elasticsearch.send("DELETE", "/logs-talon.dlq-acme", "").ok();
        installer.apply(installer.plan(false), true);
    }

    @Test
    @Order(13)
    void uninstallingIsRefusedWhileThereIsDataAndSaysWhichData() {
        assertThatThrownBy(() -> installer.uninstall(false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(STREAM)
                .hasMessageContaining("DELETE /_data_stream/");
    }

    private List<Finding> findings() throws Exception {
        return new Checkup(elasticsearch.url(), Credentials.none()).run();
    }

    private static List<AssetState> states(InstallPlan plan) {
        return plan.assets().stream().map(PlannedAsset::state).toList();
    }

    private static PlannedAsset planned(InstallPlan plan, String name) {
        return plan.assets().stream()
                .filter(planned -> planned.asset().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode templates() throws Exception {
        return RealElasticsearch.JSON
                .createArrayNode()
                .add(elasticsearch.get("/_component_template/talon*"))
                .add(elasticsearch.get("/_index_template/*talon*"));
    }

    /** As the server has it, but for what it adds and does not take back. */
    private JsonNode held(String name) throws Exception {
        ObjectNode held =
                (ObjectNode)
                        elasticsearch
                                .get("/_component_template/" + name)
                                .at("/component_templates/0/component_template");
        return held.remove(List.of("created_date_millis", "modified_date_millis"));
    }
}
