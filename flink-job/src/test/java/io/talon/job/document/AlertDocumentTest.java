// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.alert.v1.Alert;
import io.talon.anomaly.v1.Anomaly;
import io.talon.control.v1.Suppression;
import io.talon.job.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertDocumentTest {

    private static final Instant AT = Instant.parse("2026-11-23T18:04:59Z");

    @Test
    void firstAnomalyOfAnEpisodeIsAnAlertWithItsSequence() throws Exception {
        JsonNode document = json(alert("opened").build());

        assertThat(document.at("/event/kind").asText()).isEqualTo("alert");
        assertThat(document.at("/event/action").asText()).isEqualTo("sequence-anomaly");
        assertThat(document.at("/talon/anomaly/group_id").asText()).isEqualTo("group");
        assertThat(document.at("/talon/anomaly/group_count").asLong()).isEqualTo(3);
        assertThat(document.at("/talon/alert/uids")).hasSize(2);
        assertThat(document.at("/talon/sequence/values").binaryValue()).containsExactly(1, 2, 3, 4);
        assertThat(document.at("/tags").isMissingNode()).isTrue();
    }

    @Test
    void idIsThatOfTheStep() {
        Document document = AlertDocument.of(alert("escalated").build());

        assertThat(document.id()).isEqualTo("step");
        assertThat(document.index()).isEqualTo("logs-talon.anomaly-acme");
    }

    @Test
    void suppressedOneIsSearchableWithOwnerAndReasonAndNoAlert() throws Exception {
        JsonNode document =
                json(
                        alert("opened")
                                .setOutcome("suppressed")
                                .setSuppression(
                                        Suppression.newBuilder()
                                                .setId("s1")
                                                .setTenant("acme")
                                                .setReason("backup")
                                                .setOwner("ada")
                                                .setCreated(AT)
                                                .setExpires(AT.plusSeconds(60))
                                                .build())
                                .build());

        assertThat(document.at("/event/kind").asText()).isEqualTo("event");
        assertThat(document.at("/tags/0").asText()).isEqualTo("suppressed");
        assertThat(document.at("/talon/suppression").toString())
                .isEqualTo(
                        "{\"id\":\"s1\",\"owner\":\"ada\",\"reason\":\"backup\",\"expires\":\"2026-11-23T18:05:59Z\"}");
        assertThat(document.at("/talon/anomaly/record_score").asDouble()).isEqualTo(87.4);
    }

    @Test
    void oneBeyondTheBudgetUpdatesAndClosingsAreEvents() throws Exception {
        assertThat(kind(alert("opened").setOutcome("over-budget"))).isEqualTo("event");
        assertThat(kind(alert("updated"))).isEqualTo("event");
        assertThat(kind(alert("closed").setAnomaly(null))).isEqualTo("event");
        assertThat(kind(alert("escalated"))).isEqualTo("alert");
    }

    @Test
    void historicalRunWakesNobody() throws Exception {
        assertThat(kind(alert("opened").setRunMode("historical"))).isEqualTo("event");
    }

    @Test
    void usedUpBudgetIsAnAlertThatSaysWhatFollows() throws Exception {
        JsonNode document =
                json(
                        alert("budget-exhausted")
                                .setAnomaly(null)
                                .setDestination(null)
                                .setBudget(10.0)
                                .build());

        assertThat(document.at("/event/kind").asText()).isEqualTo("alert");
        assertThat(document.at("/event/severity").asInt()).isEqualTo(73);
        assertThat(document.at("/rule/id").asText()).isEqualTo("talon.alert_budget");
        assertThat(document.at("/message").asText())
                .contains("plant-7 has used up its 10 alerts")
                .contains("only critical");
        assertThat(document.has("destination")).isFalse();
    }

    @Test
    void closingNamesDestinationAndCount() throws Exception {
        JsonNode document = json(alert("closed").setAnomaly(null).build());

        assertThat(document.at("/message").asText())
                .isEqualTo(
                        "No more unusual sequences to 203.0.113.9 (site plant-7) after 3 since"
                                + " 2026-11-23T18:04:59Z");
        assertThat(document.at("/destination/ip").asText()).isEqualTo("203.0.113.9");
    }

    @Test
    void stepsThatNoSingleAnomalyMadeAreTheExpectedDocuments() throws Exception {
        assertThat(json(alert("closed").setAnomaly(null).build()))
                .isEqualTo(expected("alert-closed.json"));
        assertThat(
                        json(
                                alert("budget-exhausted")
                                        .setAnomaly(null)
                                        .setDestination(null)
                                        .setBudget(10.0)
                                        .build()))
                .isEqualTo(expected("alert-budget-exhausted.json"));
    }

    /** Other modules build on the same files. */
    private static JsonNode expected(String file) throws IOException {
        return new ObjectMapper().readTree(AlertDocumentTest.class.getResource(file));
    }

    private static String kind(Alert.Builder alert) throws IOException {
        return json(alert.build()).at("/event/kind").asText();
    }

    private static JsonNode json(Alert alert) throws IOException {
        return new ObjectMapper().readTree(AlertDocument.of(alert).json());
    }

    private static Alert.Builder alert(String step) {
        Anomaly anomaly = Samples.anomaly(Samples.flow(), List.of());
        anomaly.setValues(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
        return Alert.newBuilder()
                .setId("step")
                .setTenant("acme")
                .setSite("plant-7")
                .setDestination("203.0.113.9")
                .setGroupId("group")
                .setStep(step)
                .setAt(AT)
                .setStarted(AT)
                .setCount(3)
                .setWorstScore(87.4)
                .setUids(List.of("C1", "C2"))
                .setAnomaly(anomaly)
                .setRunMode("streaming");
    }
}
