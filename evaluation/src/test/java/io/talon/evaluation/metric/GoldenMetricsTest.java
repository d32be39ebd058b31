// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our measures against scikit-learn's, see golden_metrics.py. */
class GoldenMetricsTest {
    /** Both sides compute in double; sums of at most 60 terms. */
    private static final Offset<Double> ROUNDING = within(1e-12);

    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream in = GoldenMetricsTest.class.getResourceAsStream("golden-metrics.json")) {
            JsonNode all = new ObjectMapper().readTree(in);
            return StreamSupport.stream(all.spliterator(), false)
                    .map(c -> Named.of(c.get("name").asText(), c));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithScikitLearn(JsonNode golden) {
        double[] scores = new double[golden.get("score").size()];
        boolean[] attack = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = golden.get("score").get(i).asDouble();
            attack[i] = golden.get("attack").get(i).asBoolean();
        }
        Ranking ranking = Ranking.of(scores, attack);
        Confusion at = Confusion.of(scores, attack, golden.get("threshold").asDouble());
        Confusion rare = at.atPrevalence(0.01);

        assertThat(ranking.auroc()).isCloseTo(expected(golden, "auroc"), ROUNDING);
        assertThat(ranking.auprc()).isCloseTo(expected(golden, "auprc"), ROUNDING);
        assertThat(ranking.auprcAt(0.01))
                .isCloseTo(expected(golden, "auprc_at_1_percent"), ROUNDING);
        assertThat(at.mcc()).isCloseTo(expected(golden, "mcc"), ROUNDING);
        assertThat(at.accuracy()).isCloseTo(expected(golden, "accuracy"), ROUNDING);
        assertThat(at.f1()).isCloseTo(expected(golden, "f1"), ROUNDING);
        assertThat(at.sensitivity()).isCloseTo(expected(golden, "sensitivity"), ROUNDING);
        assertThat(at.falseAlarmRate()).isCloseTo(expected(golden, "false_alarm_rate"), ROUNDING);
        assertThat(rare.f1()).isCloseTo(expected(golden, "f1_at_1_percent"), ROUNDING);
        assertThat(rare.mcc()).isCloseTo(expected(golden, "mcc_at_1_percent"), ROUNDING);
        if (golden.get("precision").isNull()) {
            assertThat(at.precision()).isNaN();
        } else {
            assertThat(at.precision()).isCloseTo(expected(golden, "precision"), ROUNDING);
        }
    }

    private static double expected(JsonNode golden, String measure) {
        return golden.get(measure).asDouble();
    }
}
