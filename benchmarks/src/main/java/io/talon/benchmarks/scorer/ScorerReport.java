// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import static io.talon.benchmarks.scorer.Contenders.iforest;
import static io.talon.benchmarks.scorer.Contenders.naive;
import static io.talon.benchmarks.scorer.Contenders.nd4j;
import static io.talon.benchmarks.scorer.Contenders.onnx;
import static io.talon.benchmarks.scorer.Contenders.rcf;
import static io.talon.benchmarks.scorer.Contenders.scalar;
import static io.talon.benchmarks.scorer.Contenders.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, and the ratios of it. */
final class ScorerReport {
    /** Forests score one by one: a batch only has to be short. */
    static final int FOREST_BATCH = 8;

    private final Map<Measure, Figure> figures = new LinkedHashMap<>();
    private final Map<Measure, Figure> latencies = new LinkedHashMap<>();
    private final double peak;
    private final int halfBits;

    /**
     * @param peak multiply-adds per second
     * @param halfBits half the width of the platform's vectors
     */
    ScorerReport(double peak, int halfBits) {
        this.peak = peak;
        this.halfBits = halfBits;
    }

    void put(Measure measure, Figure figure) {
        (Double.isNaN(figure.p50Micros()) ? figures : latencies).put(measure, figure);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("java", Runtime.version().toString());
        map.put("peak_multiply_adds_per_second", peak);
        map.put("vector_bits", 2 * halfBits);
        List<Map<String, Object>> rows = new ArrayList<>();
        figures.forEach((measure, figure) -> rows.add(row(measure, figure)));
        latencies.forEach((measure, figure) -> rows.add(row(measure, figure)));
        map.put("measures", rows);
        map.put("ratios", ratios());
        map.put(
                "bytes_per_flow",
                Math.round(figures.get(Measure.of(vector, 256)).bytesPerSequence()));
        return map;
    }

    private static Map<String, Object> row(Measure measure, Figure figure) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("contender", measure.contender().name());
        row.put("batch", measure.batch());
        row.put("steps", measure.steps());
        row.put("adaptors", measure.adaptors());
        if (measure.vectorBits() != 0) {
            row.put("vector_bits", measure.vectorBits());
        }
        if (Double.isNaN(figure.p50Micros())) {
            row.put("sequences_per_second", Math.round(figure.sequencesPerSecond()));
            row.put("bytes_per_sequence", figure.bytesPerSequence());
        } else {
            row.put("p50_micros", figure.p50Micros());
            row.put("p99_micros", figure.p99Micros());
        }
        return row;
    }

    private double rate(Measure measure) {
        return figures.get(measure).sequencesPerSecond();
    }

    Map<String, Double> ratios() {
        double best = rate(Measure.of(vector, 256));
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("to_peak", best * Workload.multiplyAdds(10) / peak);
        ratios.put("to_onnx_b256", best / rate(Measure.of(onnx, 256)));
        ratios.put("to_onnx_b1", rate(Measure.of(vector, 1)) / rate(Measure.of(onnx, 1)));
        ratios.put("to_nd4j_b256", best / rate(Measure.of(nd4j, 256)));
        ratios.put("to_rcf", best / rate(Measure.of(rcf, FOREST_BATCH)));
        ratios.put("thousand_adaptors_cost", thousandAdaptorsCost());
        ratios.put("half_width", rate(new Measure(vector, 256, 10, 1, halfBits)) / best);
        ratios.put("to_iforest", best / rate(Measure.of(iforest, FOREST_BATCH)));
        ratios.put("scalar_to_naive", rate(Measure.of(scalar, 256)) / rate(Measure.of(naive, 256)));
        return ratios;
    }

    /** Share of the time that a thousand sites cost more than one, at the same batch. */
    private double thousandAdaptorsCost() {
        return rate(new Measure(vector, 1024, 10, 1, 0))
                        / rate(new Measure(vector, 1024, 10, 1000, 0))
                - 1;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%-8s %6s %6s %9s %6s %12s %8s%n"
                        .formatted(
                                "who",
                                "batch",
                                "flows",
                                "adaptors",
                                "bits",
                                "sequences/s",
                                "B/seq"));
        figures.forEach(
                (m, f) ->
                        text.append(
                                "%-8s %6d %6d %9d %6s %12.0f %8.1f%n"
                                        .formatted(
                                                m.contender(),
                                                m.batch(),
                                                m.steps(),
                                                m.adaptors(),
                                                m.vectorBits() == 0 ? "" : m.vectorBits(),
                                                f.sequencesPerSecond(),
                                                f.bytesPerSequence())));
        latencies.forEach(
                (m, f) ->
                        text.append(
                                "%-8s batch %d, %d flows: p50 %.1f µs, p99 %.1f µs%n"
                                        .formatted(
                                                m.contender(),
                                                m.batch(),
                                                m.steps(),
                                                f.p50Micros(),
                                                f.p99Micros())));
        text.append("%npeak %.1f GFLOP/s, one thread%n".formatted(2 * peak / 1e9));
        ratios().forEach((name, value) -> text.append("%-24s %.3f%n".formatted(name, value)));
        return text.toString();
    }
}
