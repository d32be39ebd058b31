// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.evaluation.detector.SiteStatistics;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Where triplets come from. All but {@link #ANALYST} read no label. */
enum Selection {
    /** The analyst's own: benign anchors and positives, attacks as negatives. */
    ANALYST("the analyst's own") {
        @Override
        Selected choose(Trial trial, Networks networks, Random random) {
            return Selected.of(trial.shots());
        }
    },
    /** Any flow with noise, and any flow to another destination as its negative. */
    OTHER_DESTINATION("noise, another destination") {
        @Override
        Selected choose(Trial trial, Networks networks, Random random) {
            int[] pool = trial.split().adapt();
            int[] anchors = drawn(pool, trial.shots().k(), random);
            int[] negatives = new int[anchors.length];
            for (int i = 0; i < anchors.length; i++) {
                String own = trial.target().flows().get(anchors[i]).destination();
                int[] others =
                        Arrays.stream(pool)
                                .filter(
                                        f ->
                                                !trial.target()
                                                        .flows()
                                                        .get(f)
                                                        .destination()
                                                        .equals(own))
                                .toArray();
                negatives[i] = drawn(others.length == 0 ? pool : others, 1, random)[0];
            }
            return new Selected(anchors, new int[0], negatives);
        }
    },
    /**
     * Anchors from the half with the smaller error, negatives from the hundredth with the largest.
     */
    TAILS("tails of the error") {
        @Override
        Selected choose(Trial trial, Networks networks, Random random) {
            int[] pool = trial.split().adapt();
            double[] errors =
                    NetworkRow.errors(networks.source(trial), trial, pool, Pass::sequence);
            int[] order = ascending(errors);
            int half = Math.max(1, order.length / 2);
            int last = Math.max(trial.shots().k(), order.length / 100);
            int k = trial.shots().k();
            return new Selected(
                    drawn(places(pool, order, 0, half), k, random),
                    drawn(places(pool, order, 0, half), k, random),
                    drawn(
                            places(pool, order, Math.max(0, order.length - last), order.length),
                            k,
                            random));
        }
    },
    /** Any flow, with noise as positive and injected anomalies as negatives. */
    INJECTED("injected anomalies") {
        @Override
        Selected choose(Trial trial, Networks networks, Random random) {
            int[] anchors = drawn(trial.split().adapt(), trial.shots().k(), random);
            return new Selected(anchors, new int[0], new int[0]);
        }
    },
    /** Anchor and positive from the largest cluster, negatives from the one furthest from it. */
    CLUSTERS("clusters") {
        @Override
        Selected choose(Trial trial, Networks networks, Random random) {
            int[] pool = trial.split().adapt();
            KMeans clusters = KMeans.of(normalised(trial, pool), 8, random);
            int[] large = clusters.largest(pool);
            int[] far = clusters.furthestFromLargest(pool);
            int k = trial.shots().k();
            return new Selected(
                    drawn(large, k, random), drawn(large, k, random), drawn(far, k, random));
        }
    };

    private final String label;

    Selection(String label) {
        this.label = label;
    }

    /** As tables call it. */
    String label() {
        return label;
    }

    abstract Selected choose(Trial trial, Networks networks, Random random);

    private static float[][] normalised(Trial trial, int[] pool) {
        Capture target = trial.target();
        return SiteStatistics.of(target.windows(trial.split().fit()))
                .normalise(target.windows(pool));
    }

    private static int[] places(int[] pool, int[] order, int from, int to) {
        return Arrays.stream(order, from, to).map(i -> pool[i]).toArray();
    }

    private static int[] ascending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** k of the values, again from the start if there are fewer. */
    private static int[] drawn(int[] values, int k, Random random) {
        List<Integer> pool = new ArrayList<>(Arrays.stream(values).boxed().toList());
        Collections.shuffle(pool, random);
        return IntStream.range(0, k).map(i -> pool.get(i % pool.size())).toArray();
    }
}
