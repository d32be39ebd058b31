// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the scoring operator counts. */
final class ScoreMetrics {

    private final Counter scored;
    private final Counter anomalous;
    private final Counter unscorable;
    private final Counter batches;
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
        metrics.gauge("scoreBatchSize", () -> lastBatch);
    }

    void batch(int size) {
        lastBatch = size;
        batches.inc();
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
