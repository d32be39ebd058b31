// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command, as a user runs it. */
class DemoIT {
    private static final Duration SUMMARY = Duration.ofMinutes(3);
    private static final double FIRST_ANOMALY_SECONDS = 60;
    private static final Pattern FIRST = Pattern.compile("first anomaly after ([0-9.]+) s");
    private static final Pattern ADDRESS = Pattern.compile("Anomalies +(http://[^/]+)/");

    /** ECS has one type, the template a kin of it that stores the same values. */
    private static final Map<String, List<String>> KIN =
            Map.of(
                    "keyword", List.of("keyword", "constant_keyword", "wildcard"),
                    "constant_keyword", List.of("constant_keyword", "keyword"),
                    "wildcard", List.of("wildcard", "keyword"),
                    "match_only_text", List.of("match_only_text", "text"),
                    "float", List.of("float", "double"));

    @TempDir Path folder;

    @Test
    void summarisesAndLeavesNothing() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder, "--exit")) {
            assertThat(demo.exitCode(SUMMARY)).as(demo.said()).isZero();
            assertThat(demo.printed())
                    .contains("Most unusual, one per destination:")
                    .contains(" sent = ")
                    .doesNotContain("do not add up");
            Matcher first = FIRST.matcher(demo.said());
            assertThat(first.find()).as(demo.said()).isTrue();
            assertThat(Double.parseDouble(first.group(1))).isLessThan(FIRST_ANOMALY_SECONDS);
            assertNothingListens(demo.ports());
        }
    }

    @Test
    void staysUntilInterruptedAndItsDocumentsAreEcs() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder)) {
            await().atMost(SUMMARY)
                    .until(() -> !demo.isAlive() || demo.said().contains("stop it with Ctrl-C"));
            assertThat(demo.isAlive()).as(demo.said()).isTrue();
            Matcher address = ADDRESS.matcher(demo.printed());
            assertThat(address.find()).as(demo.printed()).isTrue();

            assertDocuments(new IndexedAnomalies(URI.create(address.group(1))));

            demo.interrupt();
            assertThat(demo.exitCode(Duration.ofSeconds(60))).isEqualTo(130);
            assertNothingListens(demo.ports());
        }
    }

    private static void assertDocuments(IndexedAnomalies anomalies) throws Exception {
        Map<String, String> mapped = anomalies.mapped();
        Map<String, String> ecs = FieldValues.ecs();
        List<JsonNode> documents = anomalies.documents();
        assertThat(documents).isNotEmpty();
        assertThat(anomalies.withIgnoredValues()).isZero();
        for (JsonNode document : documents) {
            FieldValues.forEach(
                    document,
                    (field, value) -> {
                        assertThat(mapped).as("a field of the template").containsKey(field);
                        String type = mapped.get(field);
                        assertThat(FieldValues.fits(value, type))
                                .as("%s: %s is a %s", field, value, type)
                                .isTrue();
                        // ECS leaves the names below labels to the writer, not their type.
                        String wanted = field.startsWith("labels.") ? "keyword" : ecs.get(field);
                        if (wanted != null) {
                            assertThat(KIN.getOrDefault(wanted, List.of(wanted)))
                                    .as("the type of %s in ECS", field)
                                    .contains(type);
                        } else {
                            assertThat(field).as("neither ECS nor Talon's").startsWith("talon.");
                        }
                    });
            // What is over budget, suppressed or the end of an episode is kept, and alerts nobody.
            assertThat(document.path("event").path("kind").asText()).isIn("alert", "event");
        }
        assertThat(documents)
                .filteredOn(DemoIT::tellsOfASequence)
                .isNotEmpty()
                .allSatisfy(
                        alert ->
                                assertThat(alert.path("message").asText())
                                        .startsWith("Unusual sequence to ")
                                        .containsPattern("vs typical|instead of|not typical"));
    }

    private static boolean tellsOfASequence(JsonNode document) {
        return document.path("event").path("kind").asText().equals("alert")
                && document.path("rule").path("id").asText().equals("talon.sequence_anomaly");
    }

    private static void assertNothingListens(List<Integer> ports) {
        assertThat(ports).isNotEmpty();
        for (int port : ports) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                throw new AssertionError("something still listens on port " + port);
            } catch (IOException refused) {
                // as it should be
            }
        }
    }
}
