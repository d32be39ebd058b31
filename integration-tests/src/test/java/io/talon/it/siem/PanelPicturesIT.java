// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.talon.dashboards.Credentials;
import io.talon.dashboards.Installer;
import io.talon.dashboards.kibana.SavedObject;
import io.talon.dashboards.kibana.ShippedObjects;
import io.talon.dashboards.lens.Panel;
import io.talon.dashboards.lens.Panels;
import io.talon.dashboards.sample.SampleDocuments;
import io.talon.it.node.Chromium;
import io.talon.it.siem.RealElasticsearch.IndexedDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Draws every panel from a real Elasticsearch's answers to its searches, in Chromium. The pictures
 * lie in {@code target/panels}; with {@code -Dtalon.pictures=write} in the documentation too.
 */
@Tag("long")
class PanelPicturesIT {
    private static final String MARK =
            "Made-up sites. Drawn by Talon's tests from Elasticsearch's answers to the panels'"
                    + " searches: not a screenshot of Kibana, which looks different.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void everyPanelHasSomethingToShow() throws Exception {
        Panels panels = new Panels(ShippedObjects.all());
        try (RealElasticsearch elasticsearch = new Elasticsearch8();
                Chromium chromium = Chromium.start()) {
            fill(elasticsearch);
            PanelData data = new PanelData(elasticsearch, panels);
            for (SavedObject dashboard : panels.dashboards().values()) {
                Map<String, Object> drawn = draw(chromium, dashboard, data);
                assertThat(drawn.keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                panels.of(dashboard).stream().map(Panel::id).toList());
                assertThat(drawn.values())
                        .as(dashboard.id())
                        .allSatisfy(marks -> assertThat((Integer) marks).isPositive());
            }
        }
    }

    private static void fill(RealElasticsearch elasticsearch) throws Exception {
        Installer installer = new Installer(elasticsearch.url(), Credentials.none());
        installer.apply(installer.plan(false), false);
        elasticsearch.index(
                SampleDocuments.all().stream()
                        .map(each -> new IndexedDocument(each.stream(), each.json()))
                        .toList());
    }

    /** How many marks each panel shows, by its id. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> draw(
            Chromium chromium, SavedObject dashboard, PanelData data) throws Exception {
        List<String> errors = new ArrayList<>();
        try (Page page = chromium.newPage(PATIENCE)) {
            page.onPageError(errors::add);
            page.setViewportSize(1440, 400);
            URI source = PanelPicturesIT.class.getResource("panels.html").toURI();
            page.setContent(Files.readString(Path.of(source), StandardCharsets.UTF_8));
            Object drawn =
                    page.evaluate(
                            "text => draw(JSON.parse(text))", data.of(dashboard, MARK).toString());
            assertThat(errors).as(dashboard.id()).isEmpty();
            byte[] picture = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
            write(Path.of("target/panels"), dashboard.id(), picture);
            if (System.getProperty("talon.pictures", "").equals("write")) {
                write(Path.of("../docs/images/panels"), dashboard.id(), picture);
            }
            return (Map<String, Object>) drawn;
        }
    }

    private static void write(Path folder, String name, byte[] picture) throws Exception {
        Files.write(Files.createDirectories(folder).resolve(name + ".png"), picture);
    }
}
