// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import com.amazon.randomcutforest.RandomCutForest;

/**
 * Random Cut Forest of 30 trees on whole windows: scores and learns at every one, as it is meant.
 */
final class ForestContender implements Contender {
    private final Workload workload;
    private final RandomCutForest forest;
    private double last;

    ForestContender(Workload workload) {
        this.workload = workload;
        forest =
                RandomCutForest.builder()
                        .dimensions(workload.steps * Workload.WIDTH)
                        .numberOfTrees(30)
                        .sampleSize(256)
                        .randomSeed(1)
                        .build();
        for (float[] sequence : new Workload(256, workload.steps, 1).sequences) {
            forest.update(sequence);
        }
    }

    @Override
    public void score() {
        for (float[] sequence : workload.sequences) {
            last += forest.getAnomalyScore(sequence);
            forest.update(sequence);
        }
    }

    @Override
    public String toString() {
        return "forest, sum of scores " + last;
    }
}
