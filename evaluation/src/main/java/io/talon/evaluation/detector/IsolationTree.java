// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** One tree: random feature, random cut between the sample's extremes, until alone or too deep. */
sealed interface IsolationTree {

    /** Steps from here to the window's leaf, plus what the leaf's size would still have needed. */
    double path(float[] window);

    /** A cut. */
    record Cut(int feature, float value, IsolationTree below, IsolationTree above)
            implements IsolationTree {
        @Override
        public double path(float[] window) {
            return 1 + (window[feature] < value ? below : above).path(window);
        }
    }

    /** The end of a path, with that many windows of the sample. */
    record Leaf(int size) implements IsolationTree {
        @Override
        public double path(float[] window) {
            return expectedPath(size);
        }
    }

    /** Grows a tree over a sample. */
    static IsolationTree grow(float[][] sample, int depth, Random random) {
        int[] varying = varying(sample);
        if (depth == 0 || sample.length <= 1 || varying.length == 0) {
            return new Leaf(sample.length);
        }
        int feature = varying[random.nextInt(varying.length)];
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float[] row : sample) {
            low = Math.min(low, row[feature]);
            high = Math.max(high, row[feature]);
        }
        float value = Math.max(low + random.nextFloat() * (high - low), Math.nextUp(low));
        float[][] below =
                Arrays.stream(sample).filter(r -> r[feature] < value).toArray(float[][]::new);
        float[][] above =
                Arrays.stream(sample).filter(r -> r[feature] >= value).toArray(float[][]::new);
        return new Cut(
                feature, value, grow(below, depth - 1, random), grow(above, depth - 1, random));
    }

    private static int[] varying(float[][] sample) {
        int width = sample.length == 0 ? 0 : sample[0].length;
        return IntStream.range(0, width)
                .filter(f -> Arrays.stream(sample).anyMatch(r -> r[f] != sample[0][f]))
                .toArray();
    }

    /** Mean path length of an unsuccessful search in a binary tree of n entries, c(n). */
    static double expectedPath(int n) {
        if (n <= 1) {
            return 0;
        }
        if (n == 2) {
            return 1;
        }
        double harmonic = Math.log(n - 1) + 0.5772156649015329;
        return 2 * harmonic - 2.0 * (n - 1) / n;
    }
}
