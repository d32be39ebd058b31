// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamReportTest {

    private final StreamReport report = new StreamReport("made up", StreamPlans.quick(), true);

    @Test
    void ratiosAreOfTheRunsThatTheyName() {
        Map.of("heap", 80.0, "kafka", 70.0, "rocksdb", 50.0, "rcf", 2.0, "onnx", 40.0, "few", 90.0)
                .forEach((name, speed) -> report.add(name, result(speed, "vectors", 100)));
        report.add("many", result(30, "vectors", 50)); // on a machine half as fast by then
        Latency steady = Latency.of(List.of(1000L));
        Latency flooded = Latency.of(List.of(1250L));
        report.add(new LatencyReport(35, 35, steady, flooded, 1_000_000, 500, 0.9));

        JsonNode json = new ObjectMapper().valueToTree(report.toMap());

        JsonNode ratios = json.path("ratios");
        assertThat(ratios.path("to_engine_heap").asDouble()).isEqualTo(0.8);
        assertThat(ratios.path("to_engine_kafka").asDouble()).isEqualTo(0.7);
        assertThat(ratios.path("to_engine_rocksdb").asDouble()).isEqualTo(0.5);
        assertThat(ratios.path("to_rcf").asDouble()).isEqualTo(40);
        assertThat(ratios.path("to_onnx").asDouble()).isEqualTo(2);
        assertThat(ratios.path("million_keys_cost").asDouble()).isEqualTo(1.5);
        assertThat(json.path("p99_seconds").asDouble()).isEqualTo(1);
        assertThat(json.path("flood_cost").asDouble()).isEqualTo(1.25);
    }

    @Test
    void runsOfDifferentEnginesAreNotCompared() {
        report.add("rcf", result(2, "vectors", 100));

        assertThatThrownBy(() -> report.add("heap", result(80, "plain", 100)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("vectors");
    }

    @Test
    void ofAHundredProbesTheSlowestIsNotCounted() {
        List<Long> millis = LongStream.rangeClosed(1, 100).boxed().toList();

        Latency latency = Latency.of(millis);

        assertThat(latency.p50()).isEqualTo(0.05);
        assertThat(latency.p99()).isEqualTo(0.099);
        assertThat(latency.longest()).isEqualTo(0.1);
    }

    @Test
    void aPlanArrivesInItsProcessAsItWas() {
        RunPlan plan = StreamPlans.full().manyDestinations();

        RunPlan arrived = RunPlan.of(RunPlan.named(plan.arguments().toArray(String[]::new)));

        assertThat(arrived).isEqualTo(plan);
    }

    @Test
    void flowsThatAreScoredAreWholeBatches() {
        for (StreamPlans plans : List.of(StreamPlans.quick(), StreamPlans.full())) {
            assertThat(plans.onnx().scored() % JobRun.BATCH).isZero();
            assertThat(plans.heap().scored() % JobRun.BATCH).isZero();
        }
    }

    @Test
    void aResultIsReadAsItWasPrinted() {
        assertThat(RunResult.parse("123.4 125.0 0.015000 1000 3000 256-bit vectors"))
                .isEqualTo(
                        new RunResult(
                                123.4, 125, 0.015, 1000, 3000, "256-bit vectors", Double.NaN));
    }

    @Test
    void theEngineBesideIsMeasuredWhileTheRunIsTimed() {
        List<EngineBeside.Tick> ticks =
                Stream.of(
                                "900 0 0",
                                "1000 10 1000000000",
                                "2900 70 3000000000",
                                "3100 99 3000000001")
                        .map(EngineBeside.Tick::parse)
                        .toList();

        assertThat(EngineBeside.perCpuSecond(ticks, 1000, 3000)).isEqualTo(30);
        assertThatThrownBy(() -> EngineBeside.perCpuSecond(ticks, 1000, 1500))
                .hasMessageContaining("too short");
    }

    private static RunResult result(double perCpuSecond, String engine, double beside) {
        return new RunResult(1, perCpuSecond, 0.01, 0, 1, engine, beside);
    }
}
