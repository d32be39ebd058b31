// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.latent;

import io.talon.evaluation.metric.Ranking;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.question.Network;
import io.talon.evaluation.question.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Latent means of the source's benign flows, the target's benign flows and the target's attacks.
 *
 * @param groups by name, in that order
 */
public record LatentCloud(Map<String, float[][]> groups) {
    /** Name of the first group. */
    public static final String SOURCE = "benign, source";

    /** Name of the second group. */
    public static final String TARGET = "benign, target";

    /** Name of the third group. */
    public static final String ATTACK = "attack, target";

    private static final int NEIGHBOURS = 10;

    /**
     * @param most flows of each group, drawn at random
     */
    public static LatentCloud of(
            Network source,
            Capture sourceFlows,
            int[] sourceBenign,
            Network target,
            Capture targetFlows,
            int[] benign,
            int[] attacks,
            int most) {
        Map<String, float[][]> groups = new LinkedHashMap<>();
        groups.put(SOURCE, latents(source, sourceFlows, sourceBenign, most));
        groups.put(TARGET, latents(target, targetFlows, benign, most));
        groups.put(ATTACK, latents(target, targetFlows, attacks, most));
        return new LatentCloud(groups);
    }

    private static float[][] latents(Network network, Capture capture, int[] flows, int most) {
        Random random = new Random(0);
        List<Integer> pool = new ArrayList<>(Arrays.stream(flows).boxed().toList());
        Collections.shuffle(pool, random);
        Pass pass = new Pass(network);
        return pool.stream()
                .limit(most)
                .map(i -> pass.of(capture.flows().get(i).sequence()).latent())
                .toArray(float[][]::new);
    }

    /** Two dimensions of each point, by group. */
    public Map<String, double[][]> picture() {
        float[][] all = groups.values().stream().flatMap(Arrays::stream).toArray(float[][]::new);
        double[][] flat = Tsne.of(all, 30, 0);
        Map<String, double[][]> picture = new LinkedHashMap<>();
        int from = 0;
        for (Map.Entry<String, float[][]> group : groups.entrySet()) {
            int to = from + group.getValue().length;
            picture.put(group.getKey(), Arrays.copyOfRange(flat, from, to));
            from = to;
        }
        return picture;
    }

    /**
     * Share of the ten nearest benign neighbours of the target's benign flows that are the
     * source's: one half if the sites lie on top of each other, 0 if they lie apart.
     */
    public double mixing() {
        float[][] source = groups.get(SOURCE);
        float[][] target = groups.get(TARGET);
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            float[] from = target[i];
            int self = i;
            double[] distances =
                    IntStream.range(0, source.length + target.length)
                            .mapToDouble(
                                    j ->
                                            j == source.length + self
                                                    ? Double.POSITIVE_INFINITY
                                                    : distance(
                                                            from,
                                                            j < source.length
                                                                    ? source[j]
                                                                    : target[j - source.length]))
                            .toArray();
            double[] sorted = distances.clone();
            Arrays.sort(sorted);
            double furthest = sorted[Math.min(NEIGHBOURS, sorted.length) - 1];
            long foreign =
                    Arrays.stream(distances, 0, source.length).filter(d -> d <= furthest).count();
            long near = Arrays.stream(distances).filter(d -> d <= furthest).count();
            sum += (double) foreign / near;
        }
        return sum / target.length;
    }

    /** AUROC of the distance to the nearest benign flow of the target, attacks against benign. */
    public double separation() {
        float[][] target = groups.get(TARGET);
        float[][] attack = groups.get(ATTACK);
        double[] scores = new double[target.length + attack.length];
        boolean[] isAttack = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            boolean own = i < target.length;
            float[] from = own ? target[i] : attack[i - target.length];
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < target.length; j++) {
                if (j != i) {
                    nearest = Math.min(nearest, distance(from, target[j]));
                }
            }
            scores[i] = nearest;
            isAttack[i] = !own;
        }
        return Ranking.of(scores, isAttack).auroc();
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
