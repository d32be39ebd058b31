// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs the plans one after the other. */
final class StreamBench {

    private final StreamPlans plans;
    private final Path data;
    private final Path home;
    private final Path scratch;
    private final Consumer<String> talk;

    StreamBench(StreamPlans plans, Path data, Path home, Path scratch, Consumer<String> talk) {
        this.plans = plans;
        this.data = data;
        this.home = home;
        this.scratch = scratch;
        this.talk = talk;
    }

    StreamReport run() throws Exception {
        FlowRows rows = FlowRows.of(data);
        talk.accept("talon bench stream: " + rows.origin());
        Path adaptor = scratch.resolve("bench.talon");
        Calibration.write(rows, adaptor);
        StreamReport report = new StreamReport(rows.origin(), plans, Core.canBeHeld());
        Path folder = Files.createDirectory(scratch.resolve("parts"));
        try (BenchParts parts = new BenchParts(home, folder)) {
            RunResult fromKafka = throughput(rows, adaptor, parts, report);
            talk.accept("  Elasticsearch and Flink start, and take half of that…");
            report.add(
                    new LatencyRun(parts, rows, adaptor, plans, talk)
                            .run((int) (fromKafka.perSecond() / 2)));
        }
        return report;
    }

    private RunResult throughput(FlowRows rows, Path adaptor, BenchParts parts, StreamReport report)
            throws Exception {
        try (StreamRuns runs =
                StreamRuns.start(new RunJvm(data, adaptor), plans.engineAlone(), plans.repeats())) {
            report.add("heap", run(runs, "the job, from memory, heap state", plans.heap(), null));
            report.add("rocksdb", run(runs, "the job, RocksDB", plans.rocksdb(), null));
            report.add("rcf", run(runs, "Random Cut Forest per site", plans.forest(), null));
            report.add("onnx", run(runs, "ONNX Runtime for our engine", plans.onnx(), null));
            report.add("few", run(runs, "10,000 destinations", plans.fewDestinations(), null));
            report.add("many", run(runs, "1,000,000 destinations", plans.manyDestinations(), null));
            talk.accept("  a Kafka broker starts and takes the flows…");
            String kafka = parts.kafka();
            KafkaFill.fill(kafka, rows, plans.kafka());
            RunResult fromKafka = run(runs, "the job, from Kafka", plans.kafka(), kafka);
            report.add("kafka", fromKafka);
            return fromKafka;
        }
    }

    private RunResult run(StreamRuns runs, String what, RunPlan plan, String kafka)
            throws Exception {
        RunResult result = runs.measure(plan, kafka);
        talk.accept(
                "  %-34s %,10.0f flows/s, %,10.0f per CPU second, the engine beside %,10.0f, %.2f %% anomalous"
                        .formatted(
                                what,
                                result.perSecond(),
                                result.perCpuSecond(),
                                result.engineBeside(),
                                100 * result.anomalousShare()));
        return result;
    }
}
