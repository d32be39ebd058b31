// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lloyd's k-means with k-means++ seeding, 20 rounds.
 *
 * @param cluster of each row
 * @param centres [clusters × width]
 */
record KMeans(int[] cluster, double[][] centres) {
    private static final int ROUNDS = 20;

    static KMeans of(float[][] rows, int clusters, Random random) {
        double[][] centres = seeds(rows, Math.min(clusters, rows.length), random);
        int[] cluster = new int[rows.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[centres.length][rows[0].length];
            int[] counts = new int[centres.length];
            for (int i = 0; i < rows.length; i++) {
                cluster[i] = nearest(rows[i], centres);
                counts[cluster[i]]++;
                for (int f = 0; f < sums[0].length; f++) {
                    sums[cluster[i]][f] += rows[i][f];
                }
            }
            for (int c = 0; c < centres.length; c++) {
                int count = counts[c];
                if (count > 0) {
                    centres[c] = Arrays.stream(sums[c]).map(s -> s / count).toArray();
                }
            }
        }
        return new KMeans(cluster, centres);
    }

    private static double[][] seeds(float[][] rows, int clusters, Random random) {
        double[][] centres = new double[clusters][];
        centres[0] = doubles(rows[random.nextInt(rows.length)]);
        for (int c = 1; c < clusters; c++) {
            double[][] chosen = Arrays.copyOf(centres, c);
            double[] distances =
                    Arrays.stream(rows)
                            .mapToDouble(row -> distance(row, chosen[nearest(row, chosen)]))
                            .toArray();
            double rest = random.nextDouble() * Arrays.stream(distances).sum();
            int at = 0;
            while (at < rows.length - 1 && rest > distances[at]) {
                rest -= distances[at++];
            }
            centres[c] = doubles(rows[at]);
        }
        return centres;
    }

    private static double[] doubles(float[] row) {
        return IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray();
    }

    private static int nearest(float[] row, double[][] centres) {
        int best = 0;
        for (int c = 1; c < centres.length; c++) {
            if (distance(row, centres[c]) < distance(row, centres[best])) {
                best = c;
            }
        }
        return best;
    }

    private static double distance(float[] row, double[] centre) {
        double sum = 0;
        for (int f = 0; f < row.length; f++) {
            sum += (row[f] - centre[f]) * (row[f] - centre[f]);
        }
        return sum;
    }

    /** Those of the pool, which the rows stand for, that lie in the largest cluster. */
    int[] largest(int[] pool) {
        return members(pool, largest());
    }

    private int largest() {
        int[] counts = new int[centres.length];
        Arrays.stream(cluster).forEach(c -> counts[c]++);
        return IntStream.range(0, counts.length)
                .reduce((a, b) -> counts[b] > counts[a] ? b : a)
                .orElseThrow();
    }

    /** Those that lie in the cluster furthest from the largest. */
    int[] furthestFromLargest(int[] pool) {
        int from = largest();
        int far = from;
        double most = -1;
        for (int c = 0; c < centres.length; c++) {
            double sum = 0;
            for (int f = 0; f < centres[c].length; f++) {
                sum += Math.pow(centres[c][f] - centres[from][f], 2);
            }
            if (c != from && sum > most && members(pool, c).length > 0) {
                most = sum;
                far = c;
            }
        }
        return members(pool, far);
    }

    private int[] members(int[] pool, int wanted) {
        return IntStream.range(0, cluster.length)
                .filter(i -> cluster[i] == wanted)
                .map(i -> pool[i])
                .toArray();
    }
}
