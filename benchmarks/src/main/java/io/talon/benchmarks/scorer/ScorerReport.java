// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import static io.talon.benchmarks.scorer.Contenders.iforest;
import static io.talon.benchmarks.scorer.Contenders.naive;
import static io.talon.benchmarks.scorer.Contenders.nd4j;
import static io.talon.benchmarks.scorer.Contenders.onnx;
import static io.talon.benchmarks.scorer.Contenders.rcf;
import static io.talon.benchmarks.scorer.Contenders.scalar;
import static io.talon.benchmarks.scorer.Contenders.vector;

import io.talon.benchmarks.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, and the ratios of it. */
final class ScorerReport implements Report {
    /** Forests score one by one: a batch only has to be short. */
    static final int FOREST_BATCH = 8;

    private final Map<Measure, Figure> figures = new LinkedHashMap<>();
    private final int halfBits;
    private boolean steady = true;

    /**
     * @param halfBits half the width of the platform's vectors
     */
    ScorerReport(int halfBits) {
        this.halfBits = halfBits;
    }

    void put(Measure measure, Figure figure) {
        figures.put(measure, figure);
    }

    void put(Heat heat, HeatFigures found) {
        for (int i = 0; i < heat.lanes().size(); i++) {
            figures.putIfAbsent(heat.lanes().get(i), found.lanes().get(i));
        }
        steady &= found.steady();
    }

    boolean has(Measure measure) {
        return figures.containsKey(measure);
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("java", Runtime.version().toString());
        map.put("peak_multiply_adds_per_second", rate(Measure.PEAK));
        map.put("vector_bits", 2 * halfBits);
        map.put("steady", steady);
        List<Map<String, Object>> rows = new ArrayList<>();
        figures.forEach(
                (measure, figure) -> {
                    if (!measure.equals(Measure.PEAK)) {
                        rows.add(row(measure, figure));
                    }
                });
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
        row.put("sequences_per_second", Math.round(figure.sequencesPerSecond()));
        row.put("bytes_per_sequence", figure.bytesPerSequence());
        if (!Double.isNaN(figure.p50Micros())) {
            row.put("p50_micros", figure.p50Micros());
            row.put("p99_micros", figure.p99Micros());
        }
        return row;
    }

    private double rate(Measure measure) {
        return figures.get(measure).sequencesPerSecond();
    }

    /** How fast one was to another, each to what the yardstick did meanwhile. */
    private double ratio(Measure one, Measure other) {
        return figures.get(one).times() / figures.get(other).times();
    }

    Map<String, Double> ratios() {
        Measure best = Measure.of(vector, 256);
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("to_peak", ratio(best, Measure.PEAK) * Workload.multiplyAdds(10));
        ratios.put("to_onnx_b256", ratio(best, Measure.of(onnx, 256)));
        ratios.put("to_onnx_b1", ratio(Measure.of(vector, 1), Measure.of(onnx, 1)));
        ratios.put("to_nd4j_b256", ratio(best, Measure.of(nd4j, 256)));
        ratios.put("to_rcf", ratio(best, Measure.of(rcf, FOREST_BATCH)));
        ratios.put("thousand_adaptors_cost", thousandAdaptorsCost());
        ratios.put("half_width", ratio(new Measure(vector, 256, 10, 1, halfBits), best));
        ratios.put("to_iforest", ratio(best, Measure.of(iforest, FOREST_BATCH)));
        ratios.put("scalar_to_naive", ratio(Measure.of(scalar, 256), Measure.of(naive, 256)));
        return ratios;
    }

    /** Share of the time that a thousand sites cost more than one, at the same batch. */
    private double thousandAdaptorsCost() {
        return ratio(new Measure(vector, 1024, 10, 1, 0), new Measure(vector, 1024, 10, 1000, 0))
                - 1;
    }

    @Override
    public String text() {
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
                (m, f) -> {
                    if (!m.equals(Measure.PEAK)) {
                        text.append(line(m, f));
                    }
                });
        text.append("%npeak %.1f GFLOP/s, one thread%n".formatted(2 * rate(Measure.PEAK) / 1e9));
        if (!steady) {
            text.append("not steady: the machine was busy while it warmed up, run it again\n");
        }
        ratios().forEach((name, value) -> text.append("%-24s %.3f%n".formatted(name, value)));
        return text.toString();
    }

    private static String line(Measure measure, Figure figure) {
        return "%-8s %6d %6d %9d %6s %12.0f %8.1f%s%n"
                .formatted(
                        measure.contender(),
                        measure.batch(),
                        measure.steps(),
                        measure.adaptors(),
                        measure.vectorBits() == 0 ? "" : measure.vectorBits(),
                        figure.sequencesPerSecond(),
                        figure.bytesPerSequence(),
                        Double.isNaN(figure.p50Micros())
                                ? ""
                                : "   p50 %.1f µs, p99 %.1f µs"
                                        .formatted(figure.p50Micros(), figure.p99Micros()));
    }
}
