// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.job.JobTopology;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.Release;
import io.talon.job.operator.RunMode;
import io.talon.job.operator.ScoreOperatorFactory;
import io.talon.job.operator.ScoreOptions;
import io.talon.job.operator.SequenceOptions;
import io.talon.job.operator.SequencedFlow;
import io.talon.job.source.DecodedFlow;
import io.talon.job.source.DecodedFlowSerializer;
import io.talon.job.source.EventTime;
import io.talon.job.source.FlowRecordSchema;
import io.talon.job.source.SortOutFlows;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** The job, at parallelism 1 inside this process, from its source to where results are counted. */
final class JobRun {

    static final int BATCH = 128;

    /** As often as the job itself: what waits on the heap for one must be paid for. */
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

    private static final Duration LINGER = Duration.ofMillis(20);

    private final RunPlan plan;
    private final Path data;
    private final ModelFiles models;
    private final String kafka;
    private final Path checkpoints;

    /**
     * @param checkpoints folder for them, where the plan takes any
     * @param kafka brokers, where the plan's source is Kafka
     */
    JobRun(RunPlan plan, Path data, ModelFiles models, Path checkpoints, String kafka) {
        this.plan = plan;
        this.data = data;
        this.models = models;
        this.checkpoints = checkpoints;
        this.kafka = kafka;
    }

    void run() throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, settings());
        long start = FlowRows.startOfMeasured(plan);
        DataStream<SequencedFlow> sequences =
                JobTopology.sequences(
                                flows(env),
                                noReleases(env),
                                new SequenceOptions(
                                        Duration.ofMinutes(10),
                                        Duration.ofDays(7),
                                        2_000_000,
                                        100_000,
                                        50))
                        .filter(sequence -> sequence.flow().tsMicros() >= start)
                        .returns(SequencedFlow.TYPE);
        Meter meter = new Meter(plan.warmUp(), plan.measured());
        scores(sequences)
                .filter(
                        score -> {
                            meter.count(score.getAnomalous());
                            return false;
                        })
                .sinkTo(new DiscardingSink<>());
        env.execute("talon bench stream");
    }

    private DataStream<SequenceScore> scores(DataStream<SequencedFlow> sequences) {
        return switch (plan.scorer()) {
            case TALON ->
                    sequences.transform(
                            "scores",
                            new AvroTypeInfo<>(SequenceScore.class),
                            new ScoreOperatorFactory(
                                    models,
                                    new ScoreOptions(RunMode.STREAMING, true, BATCH, LINGER)));
            case RCF ->
                    sequences.process(new ForestScorer(), new AvroTypeInfo<>(SequenceScore.class));
            case ONNX ->
                    sequences.process(
                            new OnnxScorer(models, BATCH), new AvroTypeInfo<>(SequenceScore.class));
            case ENGINE_ALONE ->
                    throw new IllegalArgumentException(plan.scorer() + " is no scorer of a stream");
        };
    }

    private DataStream<FlowView> flows(StreamExecutionEnvironment env) {
        WatermarkStrategy<DecodedFlow> time =
                EventTime.ofRecords(
                        Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofMinutes(10));
        DataStream<DecodedFlow> decoded =
                plan.source() == RunPlan.Source.KAFKA
                        ? env.fromSource(kafka(), time, "flows")
                        : env.fromSource(
                                new FlowsInMemory(
                                        new FlowGenerator(data, plan.destinations()), plan.flows()),
                                time,
                                "flows",
                                DecodedFlowSerializer.TYPE);
        return decoded.process(new SortOutFlows(), FlowViewSerializer.TYPE);
    }

    private KafkaSource<DecodedFlow> kafka() {
        return KafkaSource.<DecodedFlow>builder()
                .setBootstrapServers(kafka)
                .setTopics(KafkaFill.TOPIC)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new FlowRecordSchema(null, Duration.ofHours(1)))
                .build();
    }

    private static DataStream<Release> noReleases(StreamExecutionEnvironment env) {
        return env.fromData("a source needs an element")
                .flatMap((String none, Collector<Release> out) -> {})
                .returns(Release.TYPE)
                .assignTimestampsAndWatermarks(EventTime.neverHoldingBack());
    }

    private Configuration settings() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        if (plan.backend() == RunPlan.Backend.ROCKSDB) {
            settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
            settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
            settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
            settings.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
            settings.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, false);
        }
        return settings;
    }
}
