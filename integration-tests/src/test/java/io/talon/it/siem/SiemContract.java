// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.Credentials;
import io.talon.dashboards.Installer;
import io.talon.dashboards.kibana.ShippedObjects;
import io.talon.dashboards.lens.LensPanel;
import io.talon.dashboards.lens.MarkdownPanel;
import io.talon.dashboards.lens.PanelProof;
import io.talon.dashboards.lens.Panels;
import io.talon.dashboards.lens.SearchPanel;
import io.talon.dashboards.lens.TimeRange;
import io.talon.dashboards.rule.RuleProof;
import io.talon.dashboards.sample.SampleDocument;
import io.talon.dashboards.sample.SampleDocuments;
import io.talon.it.siem.RealElasticsearch.IndexedDocument;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards over a week of documents, on any supported Elasticsearch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SiemContract {
    private static final Panels PANELS = new Panels(ShippedObjects.all());

    private final List<SampleDocument> documents = SampleDocuments.all();
    private RealElasticsearch elasticsearch;

    abstract RealElasticsearch start() throws Exception;

    RealElasticsearch elasticsearch() {
        return elasticsearch;
    }

    @BeforeAll
    void fillElasticsearch() throws Exception {
        elasticsearch = start();
        Installer installer = new Installer(elasticsearch.url(), Credentials.none());
        installer.apply(installer.plan(false), false);
        elasticsearch.index(
                documents.stream()
                        .map(each -> new IndexedDocument(each.stream(), each.json()))
                        .toList());
        elasticsearch.index(
                RuleProof.all()
                        .flatMap(proof -> proof.example().documents().stream())
                        .map(each -> new IndexedDocument(each.stream(), each.json()))
                        .toList());
    }

    @AfterAll
    void stopElasticsearch() {
        if (elasticsearch != null) {
            elasticsearch.close();
        }
    }

    @Test
    void everyFieldOfTheDocumentsIsSearchable() throws Exception {
        JsonNode known =
                elasticsearch
                        .get("/logs-talon.*,metrics-talon.*/_field_caps?fields=*")
                        .path("fields");
        assertThat(known.has("talon.feature.gap.typical")).isTrue();
        for (SampleDocument document : documents) {
            KnownFields.assertAllIn(document.json(), known);
        }
    }

    static Stream<PanelProof> lensLayers() {
        return PANELS.all().stream()
                .filter(LensPanel.class::isInstance)
                .map(LensPanel.class::cast)
                .flatMap(
                        panel ->
                                panel.searched().stream()
                                        .map(
                                                layer ->
                                                        new PanelProof(
                                                                panel,
                                                                layer,
                                                                PANELS.timeRange(
                                                                        panel.dashboard(),
                                                                        SampleDocuments.END))));
    }

    @ParameterizedTest
    @MethodSource("lensLayers")
    void panelsShowTheRightNumbers(PanelProof proof) throws Exception {
        assertThat(answers().assertRight(proof)).as("a panel shows something").isPositive();
    }

    static Stream<SearchPanel> searches() {
        return PANELS.all().stream()
                .filter(SearchPanel.class::isInstance)
                .map(SearchPanel.class::cast);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void listsShowTheRightDocuments(SearchPanel panel) throws Exception {
        TimeRange range = PANELS.timeRange(panel.dashboard(), SampleDocuments.END);
        assertThat(answers().assertRight(panel, range)).isPositive();
    }

    static Stream<RuleProof> rules() {
        return RuleProof.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rulesFindWhatTheyAreForAndNothingElse(RuleProof proof) throws Exception {
        JsonNode answer = elasticsearch.search(proof.index(), proof.request(Instant.now()));
        assertThat(proof.alerts(answer)).isEqualTo(proof.example().alerts());
    }

    @Test
    void everyPanelIsProved() {
        long texts = PANELS.all().stream().filter(panel -> panel instanceof MarkdownPanel).count();
        long lens = PANELS.all().stream().filter(LensPanel.class::isInstance).count();
        assertThat(lensLayers().map(PanelProof::panel).distinct().count()).isEqualTo(lens);
        assertThat(lens + searches().count() + texts).isEqualTo(PANELS.all().size());
    }

    private PanelAnswers answers() {
        return new PanelAnswers(
                elasticsearch,
                PANELS,
                documents.stream()
                        .map(each -> new IndexedDocument(each.stream(), each.json()))
                        .toList());
    }
}
