// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What the scoring operator counts. */
final class ScoreMetrics {

    /** Batches that the latency is told of: a few seconds of a busy task. */
    private static final int WINDOW = 1000;

    private final Counter scored;
    private final Counter anomalous;
    private final Counter unscorable;
    private final Counter batches;
    private final Histogram latency;
    private final Counter shadowScored;
    private final Counter shadowAnomalous;
    private final Counter shadowDisagreeing;
    private int lastBatch;

    ScoreMetrics(MetricGroup metrics) {
        scored = metrics.counter("scoredFlows");
        anomalous = metrics.counter("anomalousFlows");
        unscorable = metrics.counter("unscorableFlows");
        batches = metrics.counter("scoreBatches");
        shadowScored = metrics.counter("shadowScoredFlows");
        shadowAnomalous = metrics.counter("shadowAnomalousFlows");
        shadowDisagreeing = metrics.counter("shadowDisagreeingFlows");
        Histogram window = new DescriptiveStatisticsHistogram(WINDOW);
        latency = metrics.histogram("scoreLatencyMicros", window);
        metrics.gauge("scoreBatchSize", () -> lastBatch);
    }

    /**
     * A batch was scored and its scores went on.
     *
     * @param nanos since its first sequence came
     */
    void batch(int size, long nanos) {
        lastBatch = size;
        batches.inc();
        latency.update(nanos / 1000);
    }

    void scored(boolean isAnomalous) {
        scored.inc();
        if (isAnomalous) {
            anomalous.inc();
        }
    }

    void unscorable() {
        unscorable.inc();
    }

    void shadow(boolean activeAnomalous, boolean isAnomalous) {
        shadowScored.inc();
        if (isAnomalous) {
            shadowAnomalous.inc();
        }
        if (isAnomalous != activeAnomalous) {
            shadowDisagreeing.inc();
        }
    }
}
