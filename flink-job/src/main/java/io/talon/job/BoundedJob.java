// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import io.talon.job.flow.JobTags;
import io.talon.job.flow.SiteId;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.Release;
import io.talon.job.operator.RunMode;
import io.talon.job.operator.ScoreOptions;
import io.talon.job.sink.InProcessSink;
import io.talon.job.source.EventTime;
import io.talon.job.source.FileReport;
import io.talon.job.source.ReadConnLogs;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * The job over files, inside this process: no Kafka, no Elasticsearch, no cluster. Results come
 * destination by destination; the same files give the same results in the same order.
 */
public final class BoundedJob {

    private static final int BATCH = 256;

    /** Nobody waits for one score of many: batches are filled, and emptied at the end. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private BoundedJob() {}

    /**
     * Who is told of what. Called by the job's threads, and {@code rejected} by two of them at
     * once; elements are only valid during the call.
     *
     * @param scores one per flow that was read
     * @param anomalies one per anomalous score
     * @param rejected lines that are no flows, and flows that could not be scored
     * @param reports one per file
     */
    public record Listeners(
            Consumer<SequenceScore> scores,
            Consumer<Anomaly> anomalies,
            Consumer<DeadLetter> rejected,
            Consumer<FileReport> reports) {}

    /**
     * Runs to the end of the files.
     *
     * @param explaining whether anomalies are wanted; without, only scores come, twice as fast
     * @throws Exception if the job itself fails; what is wrong with files and lines is reported
     */
    public static void run(
            List<String> files,
            SiteId site,
            ModelFiles models,
            boolean explaining,
            Listeners listeners)
            throws Exception {
        try (var scores = new InProcessSink<>(listeners.scores());
                var anomalies = new InProcessSink<>(listeners.anomalies());
                var rejected = new InProcessSink<>(listeners.rejected());
                var reports = new InProcessSink<>(listeners.reports())) {
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.createLocalEnvironment(1, settings());
            SingleOutputStreamOperator<FlowView> flows =
                    env.fromData(files, Types.STRING)
                            .uid(OperatorUids.FILE_SOURCE)
                            .process(new ReadConnLogs(site), FlowViewSerializer.TYPE)
                            .uid(OperatorUids.READ_CONN_LOGS)
                            .name(OperatorUids.READ_CONN_LOGS);
            DataStream<Release> noReleases =
                    env.fromData("a source needs an element")
                            .flatMap((String none, Collector<Release> out) -> {})
                            .returns(Release.TYPE);
            JobOutputs outputs =
                    JobTopology.bounded(
                            flows.assignTimestampsAndWatermarks(EventTime.ofSortedFlows()),
                            noReleases,
                            models,
                            new ScoreOptions(RunMode.HISTORICAL, explaining, BATCH, LINGER));
            outputs.scores().sinkTo(scores).uid(OperatorUids.SCORE_SINK);
            outputs.anomalies().sinkTo(anomalies).uid(OperatorUids.ANOMALY_SINK);
            outputs.deadLetters().sinkTo(rejected).uid(OperatorUids.UNSCORED_SINK);
            flows.getSideOutput(JobTags.DEAD_LETTER)
                    .sinkTo(rejected)
                    .uid(OperatorUids.REJECTED_SINK);
            flows.getSideOutput(ReadConnLogs.REPORT).sinkTo(reports).uid(OperatorUids.REPORT_SINK);
            env.execute("talon score");
        }
    }

    private static Configuration settings() {
        Configuration settings = new Configuration();
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
        return settings;
    }
}
