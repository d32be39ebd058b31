// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import io.talon.evaluation.detector.Detector;
import io.talon.evaluation.detector.IsolationForest;
import io.talon.evaluation.detector.SiteStatistics;

/** Isolation Forest of 100 trees on whole windows. */
final class IsolationContender implements Contender {
    private final Workload workload;
    private final Detector.Fitted forest;
    private double last;

    IsolationContender(Workload workload) {
        this.workload = workload;
        float[][] benign = new Workload(256, workload.steps, 1).sequences;
        forest = new IsolationForest().fit(SiteStatistics.of(benign), benign, 1);
    }

    @Override
    public void score() {
        last += forest.score(workload.sequences)[0];
    }

    @Override
    public String toString() {
        return "isolation forest, sum of scores " + last;
    }
}
