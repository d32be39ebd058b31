// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.document.AnomalyDocument;
import io.talon.job.document.Document;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.FlowViewSerializer;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.Release;
import io.talon.job.operator.RunMode;
import io.talon.job.operator.ScoreOptions;
import io.talon.job.operator.SequenceOptions;
import io.talon.job.sink.InProcessSink;
import io.talon.job.source.DecodedFlow;
import io.talon.job.source.DecodedFlowSerializer;
import io.talon.job.source.EventTime;
import io.talon.job.source.FlowDecoder;
import io.talon.job.source.RawRecord;
import io.talon.job.source.SortOutFlows;
import io.talon.schema.wire.RecordWire;
import io.talon.schema.wire.WriterSchemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** The job with lists before and behind it instead of Kafka and Elasticsearch. */
class JobTopologyTest {

    private static final List<FlowEvent> FLOWS = Flows.some(1500, 7);

    private static final int MOST_PER_SECOND = 1000;

    private final List<SequenceScore> scores = Collections.synchronizedList(new ArrayList<>());
    private final List<Document> documents = Collections.synchronizedList(new ArrayList<>());
    private int batch = 32;
    private final List<DeadLetter> deadLetters = Collections.synchronizedList(new ArrayList<>());

    @Test
    void givesTheSameScoresInAnyOrderOfTheLinesAndWithOrWithoutObjectReuse() throws Exception {
        List<FlowEvent> shuffled = new ArrayList<>(FLOWS);
        Collections.shuffle(shuffled, new Random(1));

        List<SequenceScore> reused = bounded(FLOWS, true);
        List<Document> found = List.copyOf(documents);
        List<SequenceScore> copied = bounded(shuffled, false);

        assertThat(reused).hasSize(FLOWS.size()).isEqualTo(copied);
        assertThat(found).isNotEmpty().hasSizeLessThan(FLOWS.size() / 2);
        assertThat(found)
                .extracting(Document::text)
                .isEqualTo(documents.stream().map(Document::text).toList());
    }

    @Test
    void scoresFlowsAsTheyHappenAsItScoresThemAfterwards() throws Exception {
        Set<SequenceScore> afterwards = new HashSet<>(bounded(FLOWS, true));

        assertThat(new HashSet<>(streaming(FLOWS, 1, List.of()))).isEqualTo(afterwards);
        assertThat(new HashSet<>(streaming(FLOWS, 2, List.of()))).isEqualTo(afterwards);
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void givesTheSameScoresWhateverTheBatch() throws Exception {
        List<SequenceScore> together = bounded(FLOWS, true);
        batch = 1;
        assertThat(bounded(FLOWS, true)).isEqualTo(together);
        batch = 7;
        assertThat(bounded(FLOWS, true)).isEqualTo(together);
    }

    @Test
    void accountsForEveryRecordAndRestartsForNone() throws Exception {
        Random random = new Random(3);
        List<byte[]> garbage = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = RecordWire.of(FlowEvent.class).encode(FLOWS.get(i));
            bytes[10 + random.nextInt(bytes.length - 10)] = (byte) random.nextInt();
            garbage.add(bytes);
        }

        List<SequenceScore> scored = streaming(FLOWS.subList(0, 300), 1, garbage);

        assertThat(scored.size() + deadLetters.size()).isEqualTo(500);
        assertThat(deadLetters).isNotEmpty();
    }

    private List<SequenceScore> bounded(List<FlowEvent> flows, boolean reuse) throws Exception {
        Configuration settings = settings(reuse);
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        DataStream<FlowView> source =
                env.fromData(flows.stream().map(FlowView::of).toList(), FlowViewSerializer.TYPE)
                        .assignTimestampsAndWatermarks(EventTime.ofSortedFlows());
        return run(
                env,
                JobTopology.bounded(
                        source,
                        noReleases(env),
                        ModelFiles.shipped(),
                        new ScoreOptions(RunMode.HISTORICAL, true, batch, Duration.ofSeconds(1))));
    }

    private List<SequenceScore> streaming(
            List<FlowEvent> flows, int parallelism, List<byte[]> garbage) throws Exception {
        Configuration settings = settings(true);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
        List<RawRecord> records = new ArrayList<>();
        RecordWire<FlowEvent> wire = RecordWire.of(FlowEvent.class);
        garbage.forEach(bytes -> records.add(new RawRecord("talon.flows", 0, 0, bytes)));
        flows.forEach(f -> records.add(new RawRecord("talon.flows", 0, 1, wire.encode(f))));
        FlowDecoder decoder = new FlowDecoder(WriterSchemas.none(), Duration.ofHours(1));
        List<DecodedFlow> decoded =
                records.stream().map(r -> decoder.decode(r, System.currentTimeMillis())).toList();
        SingleOutputStreamOperator<FlowView> source =
                env.fromData(decoded, DecodedFlowSerializer.TYPE)
                        .assignTimestampsAndWatermarks(
                                EventTime.ofRecords(
                                        Duration.ofMinutes(1),
                                        Duration.ofSeconds(30),
                                        Duration.ofMinutes(10)))
                        .setParallelism(1)
                        .process(new SortOutFlows(), FlowViewSerializer.TYPE)
                        .setParallelism(1);
        source.getSideOutput(JobTags.DEAD_LETTER).sinkTo(new InProcessSink<>(deadLetters::add));
        return run(
                env,
                JobTopology.streaming(
                        source,
                        noReleases(env).assignTimestampsAndWatermarks(EventTime.neverHoldingBack()),
                        ModelFiles.shipped(),
                        new SequenceOptions(
                                Duration.ofMinutes(10),
                                Duration.ofDays(7),
                                1000,
                                5,
                                MOST_PER_SECOND),
                        new ScoreOptions(RunMode.STREAMING, true, batch, Duration.ofMillis(5))));
    }

    private List<SequenceScore> run(StreamExecutionEnvironment env, JobOutputs outputs)
            throws Exception {
        scores.clear();
        documents.clear();
        deadLetters.clear();
        outputs.scores()
                .sinkTo(
                        new InProcessSink<SequenceScore>(
                                s -> scores.add(SequenceScore.newBuilder(s).build())));
        outputs.anomalies()
                .sinkTo(new InProcessSink<Anomaly>(a -> documents.add(AnomalyDocument.of(a))));
        outputs.deadLetters().sinkTo(new InProcessSink<>(deadLetters::add));
        env.execute();
        return List.copyOf(scores);
    }

    private static Configuration settings(boolean reuse) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, reuse);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return settings;
    }

    private static DataStream<Release> noReleases(StreamExecutionEnvironment env) {
        return env.fromData("none")
                .flatMap((String none, Collector<Release> out) -> {})
                .returns(Release.TYPE);
    }
}
