// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.talon.dashboards.TemplateInstaller;
import io.talon.it.node.Chromium;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's view of anomalies, from a real Elasticsearch by way of the service, in Chromium. */
@Tag("long")
class AnomalyPageIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPT = "<img src=x onerror=alert('run')>";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void anAnomalyIsExplainedAndMarkedAsExpected() throws Exception {
        WorkFolder work = WorkFolder.create(folder, false);
        PartContext context =
                new PartContext(
                        new Artefacts(Path.of("..").toAbsolutePath().normalize()),
                        work,
                        new Ports(),
                        Map.of());
        try (ElasticsearchPart elasticsearch = new ElasticsearchPart(context)) {
            elasticsearch.start(Deadline.in(Duration.ofSeconds(120)));
            URI url = URI.create(elasticsearch.address());
            new TemplateInstaller(url, Optional.empty()).install();
            index(url, anomaly());
            try (ServiceProcess service =
                            new ServiceProcess(
                                    folder,
                                    "-Dkafka.bootstrap.servers=127.0.0.1:1",
                                    "-Dtalon.elasticsearch.urls=" + url);
                    Chromium chromium = Chromium.start()) {
                service.start();
                service.post("/sites", "{\"name\":\"plant\"}");
                lookAndMark(chromium.newPage(PATIENCE), service);
            }
        } finally {
            work.clear(Duration.ZERO);
        }
    }

    private static void lookAndMark(Page page, ServiceProcess service) throws Exception {
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        page.onDialog(dialog -> faults.add("a script asked: " + dialog.message()));
        page.navigate(service.url() + "/");
        page.getByLabel("API key or token").fill(ServiceProcess.KEY);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("plant");
        assertThat(page.getByText("Alert rates are missing")).hasCount(0);

        page.navigate(service.url() + "/#/sites/plant/anomalies");
        page.getByRole(AriaRole.LINK, named("Unusual sequence " + SCRIPT)).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Why"))).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("orig_bytes");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("62");
        picture(page, "anomaly");
        page.setViewportSize(390, 844);
        picture(page, "anomaly-390");

        page.getByLabel("Expected until")
                .fill(LocalDateTime.now().plusDays(1).truncatedTo(ChronoUnit.MINUTES).toString());
        page.getByLabel("Note").fill(SCRIPT);
        page.getByRole(AriaRole.BUTTON, named("Expected until then")).click();
        assertThat(page.getByText("said “expected”")).isVisible();

        page.navigate(service.url() + "/#/suppressions");
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("10.0.0.5/32");
        assertThat(page.locator("main img").count()).isZero();
        assertThat(faults).isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/page", name + ".png")));
    }

    private static ObjectNode anomaly() {
        Instant now = Instant.now().minusSeconds(60);
        ObjectNode root = JSON.createObjectNode().put("@timestamp", now.toString());
        root.put("message", "Unusual sequence " + SCRIPT);
        root.putObject("event")
                .put("kind", "alert")
                .put("id", "a".repeat(64))
                .put("severity", 73)
                .put("start", now.minusSeconds(30).toString())
                .put("end", now.toString());
        root.putObject("source").put("ip", "10.0.0.5");
        root.putObject("destination").put("ip", "203.0.113.9").put("port", 443);
        root.putObject("network").put("transport", "tcp");
        root.putObject("organization").put("id", "acme");
        root.putObject("labels").put("site", "plant");
        ObjectNode talon = root.putObject("talon");
        talon.putObject("anomaly").put("record_score", 88).put("probability", 1e-4);
        talon.putObject("sequence").put("profile", "zeek-conn-v1").putArray("uids").add("C1");
        talon.putObject("feature")
                .putObject("orig_bytes")
                .put("actual", 5_000_000)
                .put("typical", 400)
                .put("contribution", 0.62);
        return root;
    }

    private static void index(URI elasticsearch, ObjectNode document) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        elasticsearch
                                                                + "/logs-talon.anomaly-acme/_doc"
                                                                + "?refresh=true&op_type=create"))
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        document.toString()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
