// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.checks.Checkout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Grafana dashboard; no Grafana is at hand, so its form is checked and its metrics are. */
class DashboardTest {
    private static final int WIDTH = 24;

    private final List<JsonNode> panels = new ArrayList<>();
    private JsonNode dashboard;

    @BeforeEach
    void read() throws IOException {
        dashboard =
                new ObjectMapper()
                        .readTree(Checkout.text("deploy/kubernetes/talon/files/dashboard.json"));
        dashboard.path("panels").forEach(panels::add);
    }

    @Test
    void everyPanelAsksForMetricsThatThereAre() throws IOException {
        for (JsonNode panel : panels) {
            for (JsonNode target : panel.path("targets")) {
                assertThat(Metrics.in(target.path("expr").asText()))
                        .as(panel.path("title").asText())
                        .isNotEmpty()
                        .isSubsetOf(Metrics.known());
            }
        }
    }

    @Test
    void whatTheIssueAsksForHasAPanel() {
        assertThat(panels)
                .extracting(panel -> panel.path("title").asText())
                .contains("Waiting in Kafka", "Flows per second", "Documents", "Drift");
    }

    @Test
    void everyPanelHasAUnitAndAnExplanation() {
        panels.stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .forEach(
                        panel -> {
                            assertThat(panel.path("description").asText()).isNotEmpty();
                            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                                    .isNotEmpty();
                            assertThat(panel.at("/datasource/uid").asText())
                                    .isEqualTo("${datasource}");
                        });
    }

    @Test
    void panelsDoNotLieOnEachOther() {
        boolean[][] taken = new boolean[WIDTH][200];
        for (JsonNode panel : panels) {
            JsonNode at = panel.path("gridPos");
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    assertThat(taken[x][y]).as(panel.path("title").asText()).isFalse();
                    taken[x][y] = true;
                }
            }
        }
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
    }
}
