// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.evaluation.ctal.TailRanks;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;

/** How far a latent mean lies from the five nearest of the declared-benign flows. */
final class LatentDensity {
    private static final int NEIGHBOURS = 5;

    private final float[][] reference;
    private final float[][] scored;
    private final double[] scale;

    LatentDensity(Network network, Trial trial) {
        reference = latents(network, trial, trial.split().fit());
        scored = latents(network, trial, trial.scored());
        scale = new double[reference[0].length];
        for (int z = 0; z < scale.length; z++) {
            int at = z;
            double mean = Arrays.stream(reference).mapToDouble(r -> r[at]).average().orElse(0);
            double variance =
                    Arrays.stream(reference)
                            .mapToDouble(r -> (r[at] - mean) * (r[at] - mean))
                            .average()
                            .orElse(0);
            scale[z] = Math.max(Math.sqrt(variance), 1e-3);
        }
    }

    private static float[][] latents(Network network, Trial trial, int[] flows) {
        Pass pass = new Pass(network);
        return Arrays.stream(flows)
                .mapToObj(i -> pass.of(trial.target().flows().get(i).sequence()).latent())
                .toArray(float[][]::new);
    }

    double[] scores() {
        double[] own = new double[reference.length];
        Arrays.setAll(own, i -> distance(reference[i], i));
        TailRanks ranks = new TailRanks(own);
        return Arrays.stream(scored).mapToDouble(row -> ranks.of(distance(row, -1))).toArray();
    }

    private double distance(float[] row, int left) {
        double[] distances = new double[reference.length];
        for (int i = 0; i < reference.length; i++) {
            double sum = i == left ? Double.POSITIVE_INFINITY : 0;
            for (int z = 0; z < scale.length; z++) {
                double d = (row[z] - reference[i][z]) / scale[z];
                sum += d * d;
            }
            distances[i] = sum;
        }
        Arrays.sort(distances);
        return Math.sqrt(distances[Math.min(NEIGHBOURS, distances.length - 1) - 1]);
    }
}
