// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import com.amazon.randomcutforest.RandomCutForest;

/**
 * Random Cut Forest of Guha et al. (2016), the library's: 50 trees over samples of 256 normalised
 * windows, fitted in time order. It is not updated while scoring, as no other detector is.
 */
public final class RandomCuts implements Detector {
    @Override
    public String label() {
        return "Random Cut Forest";
    }

    @Override
    public boolean isSeeded() {
        return true;
    }

    @Override
    public Fitted fit(SiteStatistics statistics, float[][] benign, long seed) {
        RandomCutForest forest =
                RandomCutForest.builder()
                        .dimensions(statistics.width())
                        .numberOfTrees(50)
                        .sampleSize(256)
                        .outputAfter(1)
                        .randomSeed(seed)
                        .build();
        for (float[] window : statistics.normalise(benign)) {
            forest.update(window);
        }
        return windows -> {
            double[] scores = new double[windows.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = forest.getAnomalyScore(statistics.normalise(windows[i]));
            }
            return scores;
        };
    }
}
