// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdRuleTest {
    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream in =
                ThresholdRuleTest.class.getResourceAsStream("golden-thresholds.json")) {
            JsonNode all = new ObjectMapper().readTree(in);
            return StreamSupport.stream(all.spliterator(), false)
                    .map(c -> Named.of(c.get("name").asText(), c));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithNumpy(JsonNode golden) {
        double[] benign = numbers(golden.get("benign"));
        double[] negatives = numbers(golden.get("negatives"));

        for (ThresholdRule rule : ThresholdRule.values()) {
            assertThat(rule.threshold(benign, negatives))
                    .as(rule.label())
                    .isCloseTo(
                            golden.get(rule.name().toLowerCase(Locale.ROOT)).asDouble(),
                            within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withoutNegativesBetweenIsTheQuantile(JsonNode golden) {
        double[] benign = numbers(golden.get("benign"));

        assertThat(ThresholdRule.BETWEEN.threshold(benign, new double[0]))
                .isEqualTo(ThresholdRule.QUANTILE.threshold(benign, new double[0]));
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
