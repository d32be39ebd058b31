// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceSample;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.deadletter.v1.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of {@link JobTopology}. Every flow that went in is in exactly one of {@code
 * scores} and {@code deadLetters}, or counted in the next score of its destination as skipped.
 *
 * @param scores one per scored flow
 * @param anomalies one per anomalous score
 * @param samples some scored sequences, whole; none where anomalies are not explained
 * @param shadowScores one per flow of a site that has a shadow adaptor
 * @param shadowSamples some of them, whole; of each site both where the shadow agrees and where not
 * @param deadLetters late flows, and flows that could not be scored
 */
public record JobOutputs(
        DataStream<SequenceScore> scores,
        DataStream<Anomaly> anomalies,
        DataStream<SequenceSample> samples,
        DataStream<SequenceScore> shadowScores,
        DataStream<SequenceSample> shadowSamples,
        DataStream<DeadLetter> deadLetters) {}
