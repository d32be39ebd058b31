// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.AdaptorRelease;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.operator.ScoreOperatorFactory;
import io.talon.job.operator.ScoreOptions;
import io.talon.job.operator.SequenceFunction;
import io.talon.job.operator.SequenceOptions;
import io.talon.job.operator.SequencedFlow;
import io.talon.job.operator.SortedSequenceFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

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
            DataStream<AdaptorRelease> releases,
            ModelFiles models,
            SequenceOptions sequences,
            ScoreOptions scores) {
        return build(flows, releases, new SequenceFunction(sequences), models, scores);
    }

    /**
     * The first half of {@link #streaming}: what there is to score, for another scorer than ours.
     *
     * @param flows with time stamps and watermarks
     */
    public static SingleOutputStreamOperator<SequencedFlow> sequences(
            DataStream<FlowView> flows,
            DataStream<AdaptorRelease> releases,
            SequenceOptions options) {
        return sequences(flows, releases, new SequenceFunction(options));
    }

    /**
     * For a bounded set of flows, in any order; the environment must be in batch mode.
     *
     * @param flows with time stamps
     */
    static JobOutputs bounded(
            DataStream<FlowView> flows,
            DataStream<AdaptorRelease> releases,
            ModelFiles models,
            ScoreOptions scores) {
        return build(flows, releases, new SortedSequenceFunction(), models, scores);
    }

    private static JobOutputs build(
            DataStream<FlowView> flows,
            DataStream<AdaptorRelease> releases,
            SequenceFunction sequencing,
            ModelFiles models,
            ScoreOptions scoring) {
        SingleOutputStreamOperator<SequencedFlow> sequences =
                sequences(flows, releases, sequencing);
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
                sequences
                        .getSideOutput(JobTags.DEAD_LETTER)
                        .union(scores.getSideOutput(JobTags.DEAD_LETTER)));
    }

    private static SingleOutputStreamOperator<SequencedFlow> sequences(
            DataStream<FlowView> flows,
            DataStream<AdaptorRelease> releases,
            SequenceFunction sequencing) {
        return flows.keyBy(FlowView::key, Types.STRING)
                .connect(releases.broadcast(SequenceFunction.RELEASES))
                .process(sequencing, SequencedFlow.TYPE)
                .uid(OperatorUids.SEQUENCES)
                .name(OperatorUids.SEQUENCES);
    }
}
