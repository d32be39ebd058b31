// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Random;

/**
 * Isolation Forest of Liu, Ting, Zhou (2008): 100 trees over samples of 256 windows, score 2^(−mean
 * path length / c(sample size)), in (0, 1). Own code: the kept libraries that have one are GPL or
 * need Spark.
 */
public final class IsolationForest implements Detector {
    private static final int TREES = 100;
    private static final int SAMPLE = 256;

    @Override
    public String label() {
        return "Isolation Forest";
    }

    @Override
    public boolean isSeeded() {
        return true;
    }

    @Override
    public Fitted fit(SiteStatistics statistics, float[][] benign, long seed) {
        Random random = new Random(seed);
        float[][] z = statistics.normalise(benign);
        int size = Math.min(SAMPLE, z.length);
        int depth = (int) Math.ceil(Math.log(size) / Math.log(2));
        IsolationTree[] trees = new IsolationTree[TREES];
        for (int i = 0; i < TREES; i++) {
            trees[i] = IsolationTree.grow(Samples.draw(z, size, random), depth, random);
        }
        double scale = TREES * IsolationTree.expectedPath(size);
        return windows -> {
            double[] scores = new double[windows.length];
            for (int i = 0; i < scores.length; i++) {
                float[] window = statistics.normalise(windows[i]);
                double path = 0;
                for (IsolationTree tree : trees) {
                    path += tree.path(window);
                }
                scores[i] = Math.pow(2, -path / scale);
            }
            return scores;
        };
    }
}
