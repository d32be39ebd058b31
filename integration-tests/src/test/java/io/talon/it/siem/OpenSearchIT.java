// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.AssetState;
import io.talon.dashboards.Checkup;
import io.talon.dashboards.Credentials;
import io.talon.dashboards.Finding;
import io.talon.dashboards.InstalledAsset;
import io.talon.dashboards.InstalledAsset.Outcome;
import io.talon.dashboards.Installer;
import io.talon.dashboards.PlannedAsset;
import io.talon.dashboards.TemplateInstaller;
import io.talon.dashboards.sample.SampleDocuments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The installer and every document on a real OpenSearch; the tests go from one to the next. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenSearchIT {
    private static RealElasticsearch server;
    private static Installer installer;

    @BeforeAll
    static void start() throws Exception {
        server = new OpenSearch2();
        installer = new Installer(server.url(), Credentials.none());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void templatesAreInstalledOnceAndTheSecondTimeChangesNothing() throws Exception {
        assertThat(installer.plan(false).assets())
                .extracting(PlannedAsset::state)
                .containsOnly(AssetState.MISSING);
        assertThat(install()).extracting(InstalledAsset::outcome).containsOnly(Outcome.CREATED);
        assertThat(install()).extracting(InstalledAsset::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    @Order(2)
    void everyDocumentGoesIntoADataStreamAndEveryFieldIsSearchable() throws Exception {
        server.index(
                SampleDocuments.all().stream()
                        .map(
                                each ->
                                        new RealElasticsearch.IndexedDocument(
                                                each.stream(), each.json()))
                        .toList());
        assertThat(server.get("/_data_stream/logs-talon.*,metrics-talon.*").path("data_streams"))
                .hasSize(8);
        JsonNode known =
                server.get("/logs-talon.*,metrics-talon.*/_field_caps?fields=*").path("fields");
        SampleDocuments.all().forEach(each -> KnownFields.assertAllIn(each.json(), known));
        assertThat(
                        server.get("/logs-talon.anomaly-*/_count?q=event.kind:alert")
                                .path("count")
                                .asLong())
                .isEqualTo(
                        SampleDocuments.all().stream()
                                .filter(each -> each.stream().startsWith("logs-talon.anomaly-"))
                                .filter(
                                        each ->
                                                each.json()
                                                        .at("/event/kind")
                                                        .asText()
                                                        .equals("alert"))
                                .count());
    }

    @Test
    @Order(3)
    void thatNothingEndsDocumentsIsSaidAndNothingElse() throws Exception {
        assertThat(new Checkup(server.url(), Credentials.none()).run())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
                            assertThat(finding.toString()).contains("index state management");
                        });
        assertThat(install()).extracting(InstalledAsset::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    @Order(4)
    void whatSomebodyAddedByHandIsKept() throws Exception {
        JsonNode held =
                server.get("/_component_template/talon-dlq-mappings")
                        .at("/component_templates/0/component_template");
        String changed =
                held.toString()
                        .replaceFirst("\"properties\":\\{", "$0\"mine\":{\"type\":\"long\"},");
        server.send("PUT", "/_component_template/talon-dlq-mappings", changed).ok();
        assertThat(install())
                .filteredOn(done -> done.outcome() == Outcome.KEPT)
                .extracting(done -> done.asset().name())
                .containsExactly("talon-dlq-mappings");
    }

    @Test
    @Order(5)
    void goesAwayWithoutItsDataStreams() throws Exception {
        server.send("DELETE", "/_data_stream/logs-talon.*,metrics-talon.*", "").ok();
        assertThat(installer.uninstall(true))
                .extracting(InstalledAsset::outcome)
                .containsOnly(Outcome.REMOVED);
        assertThat(installer.plan(false).assets())
                .extracting(PlannedAsset::state)
                .containsOnly(AssetState.MISSING);
    }

    private static List<InstalledAsset> install() throws Exception {
        return new TemplateInstaller(server.url(), Optional.empty()).install();
    }
}
