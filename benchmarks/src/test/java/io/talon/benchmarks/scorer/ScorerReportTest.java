// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import static io.talon.benchmarks.scorer.Contenders.iforest;
import static io.talon.benchmarks.scorer.Contenders.naive;
import static io.talon.benchmarks.scorer.Contenders.nd4j;
import static io.talon.benchmarks.scorer.Contenders.onnx;
import static io.talon.benchmarks.scorer.Contenders.rcf;
import static io.talon.benchmarks.scorer.Contenders.scalar;
import static io.talon.benchmarks.scorer.Contenders.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScorerReportTest {
    /** Multiply-adds of ten flows of 78 features through 43, 64, 16 and back, by hand. */
    private static final double MULTIPLY_ADDS =
            10 * (78 * 43 + 43 * 256 + 64 * 256 + 43 * 172 + 43 * 78)
                    + 64 * 16
                    + 16 * 64
                    + 64 * 172;

    private static final double PEAK = 1000 * MULTIPLY_ADDS;

    private static Figure rate(double perSecond) {
        return new Figure(perSecond, 0.2, Double.NaN, Double.NaN, 500);
    }

    private static ScorerReport report() {
        ScorerReport report = new ScorerReport(128);
        report.put(Measure.PEAK, rate(PEAK));
        report.put(Measure.of(vector, 256), rate(800));
        // Meanwhile the machine had half of its speed.
        report.put(
                new Measure(vector, 256, 10, 1, 128),
                new Figure(210, 0, Double.NaN, Double.NaN, 250));
        report.put(Measure.of(onnx, 256), rate(500));
        report.put(Measure.of(vector, 1), new Figure(300, 0.2, 12.5, 20, 500));
        report.put(Measure.of(onnx, 1), rate(100));
        report.put(new Measure(vector, 1024, 10, 1, 0), rate(790));
        report.put(new Measure(vector, 1024, 10, 1000, 0), rate(632));
        report.put(Measure.of(scalar, 256), rate(240));
        report.put(Measure.of(naive, 256), rate(80));
        report.put(Measure.of(nd4j, 256), rate(40));
        report.put(Measure.of(rcf, ScorerReport.FOREST_BATCH), rate(2));
        report.put(Measure.of(iforest, ScorerReport.FOREST_BATCH), rate(4));
        return report;
    }

    @Test
    void ratiosAreOfFiguresOfOneRun() {
        assertThat(report().ratios())
                .containsOnlyKeys(
                        "to_peak",
                        "to_onnx_b256",
                        "to_onnx_b1",
                        "to_nd4j_b256",
                        "to_rcf",
                        "thousand_adaptors_cost",
                        "half_width",
                        "to_iforest",
                        "scalar_to_naive")
                .hasEntrySatisfying("to_peak", is(0.8))
                .hasEntrySatisfying("to_onnx_b256", is(1.6))
                .hasEntrySatisfying("to_onnx_b1", is(3))
                .hasEntrySatisfying("to_nd4j_b256", is(20))
                .hasEntrySatisfying("to_rcf", is(400))
                .hasEntrySatisfying("thousand_adaptors_cost", is(0.25))
                .hasEntrySatisfying("half_width", is(0.525))
                .hasEntrySatisfying("to_iforest", is(200))
                .hasEntrySatisfying("scalar_to_naive", is(3));
    }

    private static Consumer<Double> is(double expected) {
        return found -> assertThat(found).isCloseTo(expected, within(1e-9));
    }

    @Test
    void theDocumentHoldsWhatWasMeasuredAndEndsInRatiosAndBytes() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode document = json.readTree(json.writeValueAsString(report().toMap()));
        assertThat(document.fieldNames())
                .toIterable()
                .containsExactly(
                        "java",
                        "peak_multiply_adds_per_second",
                        "vector_bits",
                        "steady",
                        "measures",
                        "ratios",
                        "bytes_per_flow");
        assertThat(document.get("bytes_per_flow").isIntegralNumber()).isTrue();
        assertThat(document.get("vector_bits").asInt()).isEqualTo(256);
        assertThat(document.get("measures")).hasSize(12);
        JsonNode single = document.get("measures").get(3);
        assertThat(single.get("p50_micros").asDouble()).isEqualTo(12.5);
        assertThat(single.get("p99_micros").asDouble()).isEqualTo(20);
    }

    @Test
    void theTextNamesEveryRatio() {
        assertThat(report().text()).contains("to_peak", "0.800", "p50 12.5 µs", "thousand");
    }

    @Test
    void aHeatThatDidNotBecomeSteadyIsSaid() {
        ScorerReport report = report();
        Heat heat = Heat.of(0, Measure.of(vector, 32));
        report.put(heat, new HeatFigures(false, List.of(rate(500), rate(700))));
        assertThat(report.has(Measure.of(vector, 32))).isTrue();
        assertThat(report.toMap()).containsEntry("steady", false);
        assertThat(report.text()).contains("not steady");
    }
}
