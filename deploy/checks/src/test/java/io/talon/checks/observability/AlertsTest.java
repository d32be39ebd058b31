// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.talon.checks.Checkout;
import io.talon.checks.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTest {
    private static final Path FILE = Checkout.path("deploy/kubernetes/talon/files/alerts.yaml");
    private static final String TESTS = "alerts-test.yaml";

    @Test
    void everyAlertNamesMetricsThatThereAre() throws IOException {
        assertThat(alerts())
                .isNotEmpty()
                .allSatisfy(
                        alert ->
                                assertThat(Metrics.in(alert.path("expr").asText()))
                                        .isNotEmpty()
                                        .isSubsetOf(Metrics.known()));
    }

    @Test
    void everyAlertHasSeverityWordsAndARunbook() throws IOException {
        String runbooks = Checkout.text("docs/how-to/runbooks.md");
        for (JsonNode alert : alerts()) {
            String name = alert.path("alert").asText();
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
            assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(alert.at("/annotations/description").asText()).isNotEmpty();
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo(
                            "docs/how-to/runbooks.md#" + name.toLowerCase(java.util.Locale.ROOT));
            assertThat(runbooks).contains("\n## " + name + "\n");
        }
    }

    @Test
    void everyAlertIsRaisedInTheTestOfTheRules() throws IOException {
        String tests = tests();
        for (JsonNode alert : alerts()) {
            assertThat(tests).contains(alert.path("alert").asText());
        }
    }

    /** Prometheus' own tool raises and does not raise them over made-up series. */
    @Test
    @Tag("long")
    void prometheusRaisesThemWhenItShould(@TempDir Path folder) throws Exception {
        assumeTrue(Command.exists("promtool"), "promtool is not installed (Debian: prometheus)");
        Files.copy(FILE, folder.resolve("alerts.yaml"));
        Files.writeString(folder.resolve(TESTS), tests());

        Command.Result result =
                Command.of("promtool", "test", "rules", TESTS)
                        .in(folder)
                        .run(Duration.ofMinutes(1));

        assertThat(result.exit()).as(result.output()).isZero();
    }

    private static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        new YAMLMapper().readTree(FILE.toFile()).at("/groups/0/rules").forEach(alerts::add);
        return alerts;
    }

    private static String tests() throws IOException {
        try (InputStream in = AlertsTest.class.getResourceAsStream(TESTS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
