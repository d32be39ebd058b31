// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Arrays;
import java.util.Random;

/**
 * Mean Euclidean distance to the five nearest of the benign windows (at most 5,000 of them, drawn
 * at random), in normalised units.
 */
public final class NearestNeighbours implements Detector {
    private static final int NEIGHBOURS = 5;
    private static final int MOST = 5_000;

    @Override
    public String label() {
        return "kNN";
    }

    @Override
    public Fitted fit(SiteStatistics statistics, float[][] benign, long seed) {
        float[][] known = statistics.normalise(Samples.draw(benign, MOST, new Random(0)));
        int k = Math.min(NEIGHBOURS, known.length);
        return windows -> {
            double[] scores = new double[windows.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = distance(statistics.normalise(windows[i]), known, k);
            }
            return scores;
        };
    }

    private static double distance(float[] z, float[][] known, int k) {
        double[] nearest = new double[k];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (float[] other : known) {
            double square = squareBelow(z, other, nearest[k - 1]);
            int place = k - 1;
            if (square < nearest[place]) {
                while (place > 0 && nearest[place - 1] > square) {
                    nearest[place] = nearest[--place];
                }
                nearest[place] = square;
            }
        }
        return Arrays.stream(nearest).map(Math::sqrt).average().orElseThrow();
    }

    /** Squared distance, or anything not below the limit once it is clear that it is not. */
    private static double squareBelow(float[] a, float[] b, double limit) {
        double sum = 0;
        int f = 0;
        while (f < a.length && sum < limit) {
            int end = Math.min(f + 16, a.length);
            for (; f < end; f++) {
                double d = a[f] - b[f];
                sum += d * d;
            }
        }
        return sum;
    }
}
