// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Arrays;
import java.util.Random;

/** The rows that every detector must beat. */
public enum Trivial implements Detector {
    /** Calls every window equally anomalous. */
    ALL_ANOMALOUS("all anomalous") {
        @Override
        public Fitted fit(SiteStatistics statistics, float[][] benign, long seed) {
            return windows -> {
                double[] scores = new double[windows.length];
                Arrays.fill(scores, 1);
                return scores;
            };
        }
    },
    /** Draws scores from [0, 1), by seed. */
    RANDOM("random") {
        @Override
        public boolean isSeeded() {
            return true;
        }

        @Override
        public Fitted fit(SiteStatistics statistics, float[][] benign, long seed) {
            Random random = new Random(seed);
            return windows ->
                    Arrays.stream(windows).mapToDouble(w -> random.nextDouble()).toArray();
        }
    };

    private final String label;

    Trivial(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
