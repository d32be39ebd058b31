// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.AdaptorRelease;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.JobTags;
import io.talon.job.model.ModelFiles;
import io.talon.job.operator.RunMode;
import io.talon.job.operator.ScoreFunction;
import io.talon.job.operator.SequenceFunction;
import io.talon.job.operator.SequencedFlow;
import io.talon.job.operator.SortedSequenceFunction;
import org.apache.flink.api.common.typeinfo.Types;
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
final class JobTopology {

    private JobTopology() {}

    /**
     * For flows as they happen.
     *
     * @param flows with time stamps and watermarks
     */
    static JobOutputs streaming(
            DataStream<FlowEvent> flows,
            DataStream<AdaptorRelease> releases,
            ModelFiles models,
            SequenceFunction sequences) {
        return build(
                flows, releases, sequences, new ScoreFunction(models, RunMode.STREAMING, true));
    }

    /**
     * For a bounded set of flows, in any order; the environment must be in batch mode.
     *
     * @param flows with time stamps
     * @param explaining whether anomalies are wanted, or scores alone
     */
    static JobOutputs bounded(
            DataStream<FlowEvent> flows,
            DataStream<AdaptorRelease> releases,
            ModelFiles models,
            boolean explaining) {
        return build(
                flows,
                releases,
                new SortedSequenceFunction(),
                new ScoreFunction(models, RunMode.HISTORICAL, explaining));
    }

    private static JobOutputs build(
            DataStream<FlowEvent> flows,
            DataStream<AdaptorRelease> releases,
            SequenceFunction sequencing,
            ScoreFunction scoring) {
        SingleOutputStreamOperator<SequencedFlow> sequences =
                flows.keyBy(FlowEvents::key, Types.STRING)
                        .connect(releases.broadcast(SequenceFunction.RELEASES))
                        .process(sequencing)
                        .uid(OperatorUids.SEQUENCES)
                        .name(OperatorUids.SEQUENCES);
        SingleOutputStreamOperator<SequenceScore> scores =
                sequences.process(scoring).uid(OperatorUids.SCORES).name(OperatorUids.SCORES);
        return new JobOutputs(
                scores,
                scores.getSideOutput(JobTags.ANOMALY),
                scores.getSideOutput(JobTags.SAMPLE),
                sequences
                        .getSideOutput(JobTags.DEAD_LETTER)
                        .union(scores.getSideOutput(JobTags.DEAD_LETTER)));
    }
}
