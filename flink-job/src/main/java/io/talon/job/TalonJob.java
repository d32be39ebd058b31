// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.alert.EpisodeRules;
import io.talon.job.control.TrustedSigners;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.Release;
import io.talon.job.operator.ScoreOptions;
import io.talon.job.operator.SequenceOptions;
import io.talon.job.source.DecodeReleases;
import io.talon.job.source.EventTime;
import io.talon.job.source.FlowRecordSchema;
import io.talon.job.source.RawRecordSchema;
import io.talon.job.source.SortOutFlows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job as submitted to a Flink cluster: Kafka in, Elasticsearch out, without end or over a
 * range. Its options are in {@link JobOptions}.
 */
public final class TalonJob {

    /** An alert passes three networks: with Flink's 100 ms at each it would mostly wait. */
    private static final Duration LONGEST_IN_BUFFER = Duration.ofMillis(20);

    private TalonJob() {}

    /** Builds the job and hands it to the cluster that it is run on. */
    public static void main(String[] args) throws Exception {
        Configuration options = JobOptions.parse(args);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings());
        env.enableCheckpointing(options.get(JobOptions.CHECKPOINT_INTERVAL).toMillis());
        // A checkpoint that waits for Elasticsearch to come back is no reason to start again.
        env.getCheckpointConfig().setTolerableCheckpointFailureNumber(Integer.MAX_VALUE);
        build(env, options);
        env.execute("talon");
    }

    private static Configuration settings() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, LONGEST_IN_BUFFER);
        return settings;
    }

    static void build(StreamExecutionEnvironment env, Configuration options) throws IOException {
        ModelFiles models =
                ModelFiles.read(
                        path(options.get(JobOptions.MODEL)), path(options.get(JobOptions.ADAPTOR)));
        Properties kafka = KafkaAccess.properties(options);
        SingleOutputStreamOperator<FlowView> flows = flows(env, options, kafka);
        TrustedSigners trusted =
                TrustedSigners.ofPemFiles(
                        options.get(JobOptions.TRUSTED_KEYS).stream().map(Path::of).toList());
        SingleOutputStreamOperator<Release> releases =
                releases(env, options, kafka, models, trusted);
        JobOutputs outputs =
                JobTopology.streaming(
                        flows,
                        releases.assignTimestampsAndWatermarks(EventTime.neverHoldingBack())
                                .uid(OperatorUids.CONTROL_TIME),
                        models,
                        new SequenceOptions(
                                options.get(JobOptions.LATENESS),
                                options.get(JobOptions.EXPIRY),
                                options.get(JobOptions.DESTINATIONS_PER_TENANT),
                                options.get(JobOptions.CACHED_DESTINATIONS),
                                options.get(JobOptions.SCORES_PER_SECOND)),
                        new ScoreOptions(
                                options.get(JobOptions.RUN_MODE),
                                true,
                                options.get(JobOptions.BATCH_SIZE),
                                options.get(JobOptions.LINGER),
                                options.get(JobOptions.SAMPLE_INTERVAL)));
        DataStream<DeadLetter> deadLetters =
                outputs.deadLetters()
                        .union(
                                flows.getSideOutput(JobTags.DEAD_LETTER),
                                releases.getSideOutput(JobTags.DEAD_LETTER)
                                        .assignTimestampsAndWatermarks(EventTime.neverHoldingBack())
                                        .uid(OperatorUids.CONTROL_TIME_DEAD_LETTERS));
        new JobSinks(options, kafka)
                .attach(outputs, told(outputs, deadLetters, releases, options), deadLetters);
    }

    private static AlertOutputs told(
            JobOutputs outputs,
            DataStream<DeadLetter> deadLetters,
            SingleOutputStreamOperator<Release> control,
            Configuration options) {
        return AlertTopology.build(
                outputs,
                deadLetters,
                control.getSideOutput(JobTags.SUPPRESSION)
                        .assignTimestampsAndWatermarks(EventTime.neverHoldingBack())
                        .uid(OperatorUids.CONTROL_TIME_SUPPRESSIONS),
                control.getSideOutput(JobTags.SITE_SETTINGS)
                        .assignTimestampsAndWatermarks(EventTime.neverHoldingBack())
                        .uid(OperatorUids.CONTROL_TIME_SETTINGS),
                new AlertTopology.Rules(
                        new EpisodeRules(
                                options.get(JobOptions.ALERT_GAP),
                                options.get(JobOptions.ALERT_LONGEST),
                                options.get(JobOptions.LATENESS)),
                        options.get(JobOptions.ALERTS_PER_DAY),
                        options.get(JobOptions.HEALTH_INTERVAL)));
    }

    private static SingleOutputStreamOperator<FlowView> flows(
            StreamExecutionEnvironment env, Configuration options, Properties kafka) {
        RunRange range = RunRange.of(options);
        return env.fromSource(
                        range.flows(
                                        kafka(
                                                options,
                                                kafka,
                                                options.get(JobOptions.FLOWS_TOPIC),
                                                new FlowRecordSchema(
                                                        options.get(JobOptions.REGISTRY_URL),
                                                        options.get(JobOptions.FUTURE_SKEW))))
                                .build(),
                        EventTime.ofRecords(
                                options.get(JobOptions.OUT_OF_ORDER),
                                options.get(JobOptions.IDLE),
                                options.get(JobOptions.ALIGNMENT)),
                        OperatorUids.FLOW_SOURCE)
                .uid(OperatorUids.FLOW_SOURCE)
                .process(new SortOutFlows(), FlowViewSerializer.TYPE)
                .uid(OperatorUids.SORT_OUT_FLOWS)
                .name(OperatorUids.SORT_OUT_FLOWS);
    }

    private static SingleOutputStreamOperator<Release> releases(
            StreamExecutionEnvironment env,
            Configuration options,
            Properties kafka,
            ModelFiles models,
            TrustedSigners trusted) {
        return env.fromSource(
                        RunRange.of(options)
                                .control(
                                        kafka(
                                                options,
                                                kafka,
                                                options.get(JobOptions.CONTROL_TOPIC),
                                                new RawRecordSchema()))
                                .build(),
                        WatermarkStrategy.noWatermarks(),
                        OperatorUids.CONTROL_SOURCE)
                .uid(OperatorUids.CONTROL_SOURCE)
                .setParallelism(1)
                .process(
                        new DecodeReleases(options.get(JobOptions.REGISTRY_URL), models, trusted),
                        Release.TYPE)
                .uid(OperatorUids.DECODE_RELEASES)
                .name(OperatorUids.DECODE_RELEASES)
                .setParallelism(1);
    }

    private static <T> KafkaSourceBuilder<T> kafka(
            Configuration options,
            Properties kafka,
            String topic,
            KafkaRecordDeserializationSchema<T> schema) {
        return KafkaSource.<T>builder()
                .setProperties(kafka)
                .setBootstrapServers(options.get(JobOptions.KAFKA_BOOTSTRAP))
                .setGroupId(RunRange.of(options).group(options.get(JobOptions.KAFKA_GROUP)))
                .setTopics(topic)
                .setDeserializer(schema);
    }

    private static Path path(String file) {
        return file == null ? null : Path.of(file);
    }
}
