// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import com.amazon.randomcutforest.RandomCutForest;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.FlowEvents;
import io.talon.job.operator.SequencedFlow;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A Random Cut Forest per site in the place of our scorer, on the features of the newest flow: it
 * scores and learns at every flow, as it is meant to be used. In plain memory, not in checkpoints,
 * which favours it.
 */
final class ForestScorer extends ProcessFunction<SequencedFlow, SequenceScore> {

    private static final long serialVersionUID = 1L;
    private static final int TREES = 50;
    private static final int SAMPLES = 256;

    private transient Map<String, RandomCutForest> forests;
    private transient float[] vectors;

    @Override
    public void open(OpenContext context) {
        forests = new HashMap<>();
        vectors = new float[FlowHistory.LENGTH * FlowHistory.WIDTH];
    }

    @Override
    public void processElement(
            SequencedFlow sequenced, Context context, Collector<SequenceScore> out) {
        FlowHistory history = sequenced.history();
        history.copyVectors(vectors, 0);
        float[] point = new float[FlowHistory.WIDTH];
        int last = (history.size() - 1) * FlowHistory.WIDTH;
        for (int i = 0; i < point.length; i++) {
            float value = vectors[last + i];
            point[i] = Float.isNaN(value) ? 0 : value; // it knows no missing values
        }
        RandomCutForest forest =
                forests.computeIfAbsent(sequenced.flow().siteKey(), site -> forest());
        double error = forest.getAnomalyScore(point);
        forest.update(point);
        out.collect(score(sequenced, error));
    }

    private static RandomCutForest forest() {
        return RandomCutForest.builder()
                .dimensions(FlowHistory.WIDTH)
                .numberOfTrees(TREES)
                .sampleSize(SAMPLES)
                .randomSeed(1)
                .build();
    }

    /** A score with what identifies it, and its error. */
    static SequenceScore score(SequencedFlow sequenced, double error) {
        SequenceScore score = new SequenceScore();
        score.setTenant(sequenced.flow().tenant());
        score.setSite(sequenced.flow().site());
        score.setDestination(sequenced.flow().respH());
        score.setUid(sequenced.flow().uid());
        score.setTs(FlowEvents.instant(sequenced.flow().tsMicros()));
        score.setEnd(FlowEvents.instant(sequenced.flow().endMicros()));
        score.setError(error);
        return score;
    }
}
