// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.benchmarks.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, and the ratios between. */
final class StreamReport implements Report {

    private final String input;
    private final StreamPlans plans;
    private final boolean pinned;
    private final Map<String, RunResult> results = new LinkedHashMap<>();
    private LatencyReport latency;

    StreamReport(String input, StreamPlans plans, boolean pinned) {
        this.input = input;
        this.plans = plans;
        this.pinned = pinned;
    }

    /**
     * Adds what a run measured.
     *
     * @throws IllegalStateException if its JVM computes otherwise than the others': nothing could
     *     be said of the job then
     */
    void add(String name, RunResult result) {
        for (RunResult other : results.values()) {
            if (!other.engine().equals(result.engine())) {
                throw new IllegalStateException(
                        "one run's engine is %s, another's %s"
                                .formatted(other.engine(), result.engine()));
            }
        }
        results.put(name, result);
    }

    void add(LatencyReport measured) {
        latency = measured;
    }

    /** To the engine that ran beside: also two runs at different times can be compared by it. */
    private double toEngine(String name) {
        return results.get(name).toEngine();
    }

    private Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("to_engine_heap", toEngine("heap"));
        ratios.put("to_engine_kafka", toEngine("kafka"));
        ratios.put("to_engine_rocksdb", toEngine("rocksdb"));
        ratios.put("to_rcf", toEngine("heap") / toEngine("rcf"));
        ratios.put("to_onnx", toEngine("heap") / toEngine("onnx"));
        ratios.put("million_keys_cost", toEngine("few") / toEngine("many"));
        ratios.replaceAll((name, ratio) -> rounded(ratio));
        return ratios;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** As a JSON document. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> flows = new LinkedHashMap<>();
        results.forEach((name, result) -> flows.put(name, Math.round(result.perSecond())));
        Map<String, Object> perCpu = new LinkedHashMap<>();
        results.forEach((name, result) -> perCpu.put(name, Math.round(result.perCpuSecond())));
        Map<String, Object> engine = new LinkedHashMap<>();
        results.forEach((name, result) -> engine.put(name, Math.round(result.engineBeside())));
        Map<String, Object> shares = new LinkedHashMap<>();
        results.forEach((name, result) -> shares.put(name, rounded(result.anomalousShare())));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("input", input);
        map.put("scoring_engine", results.get("heap").engine());
        map.put("pinned_to_one_core", pinned);
        map.put("repeats", plans.repeats());
        map.put("ratios", ratios());
        map.put("p99_seconds", latency.steady().p99());
        map.put("flood_cost", rounded(latency.floodCost()));
        map.put("latency", latency);
        map.put("flows_per_second", flows);
        map.put("flows_per_cpu_second", perCpu);
        map.put("engine_beside_per_cpu_second", engine);
        map.put("anomalous_share", shares);
        return map;
    }

    /** For people. */
    @Override
    public String text() {
        StringBuilder text = new StringBuilder(input).append(System.lineSeparator());
        ratios().forEach((name, ratio) -> text.append("%-20s %8.3f%n".formatted(name, ratio)));
        text.append("%-20s %8.3f%n".formatted("p99_seconds", latency.steady().p99()));
        text.append("%-20s %8.3f%n".formatted("flood_cost", latency.floodCost()));
        return text.toString();
    }
}
