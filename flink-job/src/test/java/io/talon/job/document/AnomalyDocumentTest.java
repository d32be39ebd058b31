// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static io.talon.job.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.FeatureContribution;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnomalyDocumentTest {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final List<FeatureContribution> FEATURES =
            List.of(
                    feature("resp_ip_bytes", "bytes", 4_100_000, 12_000, 0.52),
                    feature("conn_state.SF", "1", 0, 1, 0.3),
                    feature("gap", "ms", Double.NaN, 60_000, 0.18),
                    feature("orig_bytes", "bytes", 1, 1, 0));

    static Stream<Arguments> anomalies() {
        FlowEvent bare =
                FlowEvent.newBuilder()
                        .setTenant("acme")
                        .setSite("plant-7")
                        .setTs(Samples.flow().getTs())
                        .setUid("CBare")
                        .setDurationMicros(0L)
                        .setOrigH("fe80::1%eth0")
                        .setOrigP(128)
                        .setRespH("ff02::1")
                        .setProto("icmp")
                        .build();
        Anomaly historical = Samples.anomaly(bare, List.of());
        historical.setRunMode("historical");
        historical.setDetected(null);
        return Stream.of(
                Arguments.of("anomaly.json", Samples.anomaly(Samples.flow(), FEATURES)),
                Arguments.of("anomaly-bare.json", historical));
    }

    @ParameterizedTest
    @MethodSource("anomalies")
    void isTheExpectedDocument(String expected, Anomaly anomaly) throws IOException {
        Document document = AnomalyDocument.of(anomaly);

        assertThat(document.index()).isEqualTo("logs-talon.anomaly-acme");
        assertThat(pretty(MAPPER.readTree(document.json()))).isEqualTo(pretty(resource(expected)));
    }

    @Test
    void hasTheSameIdForTheSameSequenceModelAndAdaptorOnly() {
        Anomaly anomaly = Samples.anomaly(Samples.flow(), FEATURES);
        Anomaly again = Samples.anomaly(Samples.flow(), List.of());
        Anomaly other = Samples.anomaly(Samples.flow(), FEATURES);
        other.setAdaptorSha256("cc".repeat(32));

        assertThat(id(again)).isEqualTo(id(anomaly)).hasSize(64);
        assertThat(id(other)).isNotEqualTo(id(anomaly));
    }

    @Test
    void showsNothingOfControlCharactersFromTheWire() {
        FlowEvent flow = Samples.flow();
        flow.setUid("C\u001b[31m");
        flow.setRespH("203.0.113.9\n");
        flow.setService(List.of("ss\u202el"));
        flow.setSensor("a\u0000b");

        assertThat(AnomalyDocument.of(Samples.anomaly(flow, FEATURES)).text())
                .doesNotContain("\\u001b", "\\u0000", "\\n", "\u202e");
    }

    private static String id(Anomaly anomaly) {
        return AnomalyDocument.of(anomaly).id();
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = AnomalyDocumentTest.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        }
    }

    private static String pretty(JsonNode node) throws IOException {
        return MAPPER.writeValueAsString(node);
    }
}
