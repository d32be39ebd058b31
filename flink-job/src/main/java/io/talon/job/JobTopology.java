// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.Release;
import io.talon.job.operator.ScoreOperatorFactory;
import io.talon.job.operator.ScoreOptions;
import io.talon.job.operator.SequenceFunction;
import io.talon.job.operator.SequenceOperator;
import io.talon.job.operator.SequenceOptions;
import io.talon.job.operator.SequencedFlow;
import io.talon.job.operator.SortedSequenceFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/**
 * The part of the job that is the same wherever flows come from and results go to: key by tenant,
 * site and destination → sequence → score. Knows no source and no sink.
 *
 * <pre>
 * flows ──keyBy──► sequences ──chained──► scores ─► scores, one per flow
 * releases ─broadcast─┘ │                   ├─────► anomalies, samples
 *                       └───────────────────┴─────► dead letters
 * </pre>
 */
public final class JobTopology {

    private JobTopology() {}

    /**
     * For flows as they happen.
     *
     * @param flows with time stamps and watermarks
     */
    public static JobOutputs streaming(
            DataStream<FlowView> flows,
            DataStream<Release> releases,
            ModelFiles models,
            SequenceOptions sequences,
            ScoreOptions scores) {
        return scores(sequences(flows, releases, sequences), models, scores);
    }

    /**
     * The first half of {@link #streaming}: what there is to score, for another scorer than ours.
     *
     * @param flows with time stamps and watermarks
     */
    public static SingleOutputStreamOperator<SequencedFlow> sequences(
            DataStream<FlowView> flows, DataStream<Release> releases, SequenceOptions options) {
        KeyedStream<FlowView, String> keyed = flows.keyBy(FlowView::key, Types.STRING);
        SingleOutputStreamOperator<SequencedFlow> sequences =
                keyed.connect(releases.broadcast())
                        .transform(
                                OperatorUids.SEQUENCES,
                                SequencedFlow.TYPE,
                                new SequenceOperator(new SequenceFunction(options)))
                        .uid(OperatorUids.SEQUENCES);
        // Of an operator of one's own with a keyed and a broadcast input Flink must be told this.
        @SuppressWarnings("unchecked") // it is what transform made
        TwoInputTransformation<FlowView, Release, SequencedFlow> inputs =
                (TwoInputTransformation<FlowView, Release, SequencedFlow>)
                        sequences.getTransformation();
        inputs.setStateKeySelectors(keyed.getKeySelector(), null);
        inputs.setStateKeyType(Types.STRING);
        return sequences;
    }

    /**
     * For a bounded set of flows, in any order; the environment must be in batch mode.
     *
     * @param flows with time stamps
     */
    static JobOutputs bounded(
            DataStream<FlowView> flows,
            DataStream<Release> releases,
            ModelFiles models,
            ScoreOptions scores) {
        return scores(
                flows.keyBy(FlowView::key, Types.STRING)
                        .connect(
                                releases.broadcast(
                                        SequenceFunction.RELEASES, SequenceFunction.MODELS))
                        .process(new SortedSequenceFunction(), SequencedFlow.TYPE)
                        .uid(OperatorUids.SEQUENCES)
                        .name(OperatorUids.SEQUENCES),
                models,
                scores);
    }

    private static JobOutputs scores(
            SingleOutputStreamOperator<SequencedFlow> sequences,
            ModelFiles models,
            ScoreOptions scoring) {
        SingleOutputStreamOperator<SequenceScore> scores =
                sequences
                        .transform(
                                OperatorUids.SCORES,
                                new AvroTypeInfo<>(SequenceScore.class),
                                new ScoreOperatorFactory(models, scoring))
                        .uid(OperatorUids.SCORES);
        return new JobOutputs(
                scores,
                scores.getSideOutput(JobTags.ANOMALY),
                scores.getSideOutput(JobTags.SAMPLE),
                scores.getSideOutput(JobTags.SHADOW_SCORE),
                scores.getSideOutput(JobTags.SHADOW_SAMPLE),
                sequences
                        .getSideOutput(JobTags.DEAD_LETTER)
                        .union(scores.getSideOutput(JobTags.DEAD_LETTER)));
    }
}
