// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.protocol.TimeBlocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One row against every other, pair by pair, with the parts of the test's time drawn anew: what a
 * difference is worth where draws of triplets change nothing.
 */
final class BlockComparison {
    private static final int SAMPLES = 1_000;

    private BlockComparison() {}

    /** Differences of MCC of our row to the others, with 2.5 and 97.5 % of the samples. */
    static Table of(Results results, String ours) {
        List<String> heads = new ArrayList<>(List.of("other row"));
        heads.addAll(results.pairs());
        Table table =
                new Table(
                        ours
                                + " minus the others, MCC by pair; in brackets 95 % of "
                                + SAMPLES
                                + " samples, each of "
                                + TimeBlocks.COUNT
                                + " of the "
                                + TimeBlocks.COUNT
                                + " equal parts of the test's time, drawn with replacement",
                        heads);
        for (String row : results.rows()) {
            List<String> cells = new ArrayList<>(List.of(row));
            for (String pair : results.pairs()) {
                cells.add(cell(results.ofPair(pair).matches(ours, row)));
            }
            if (!row.equals(ours) && cells.stream().skip(1).anyMatch(c -> !c.equals("–"))) {
                table.add(cells);
            }
        }
        return table;
    }

    /** Counts of two outcomes of one trial. */
    private record Counts(double[][] ours, double[][] theirs) {
        double difference(int[] blocks) {
            return TimeBlocks.confusion(ours, blocks).mcc()
                    - TimeBlocks.confusion(theirs, blocks).mcc();
        }
    }

    private static String cell(List<Results.Match> matches) {
        List<Counts> trials =
                matches.stream()
                        .filter(m -> TimeBlocks.in(m.ours()) && TimeBlocks.in(m.theirs()))
                        .map(BlockComparison::counts)
                        .toList();
        if (trials.isEmpty()) {
            return "–";
        }
        int[] all = new int[TimeBlocks.COUNT];
        Arrays.setAll(all, i -> i);
        Random random = new Random(0);
        double[] samples = new double[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            int[] blocks = random.ints(TimeBlocks.COUNT, 0, TimeBlocks.COUNT).toArray();
            samples[s] = difference(trials, blocks);
        }
        Arrays.sort(samples);
        return "%s (%s to %s)"
                .formatted(
                        Figures.of(difference(trials, all), 4),
                        Figures.of(samples[SAMPLES / 40], 4),
                        Figures.of(samples[SAMPLES - 1 - SAMPLES / 40], 4));
    }

    private static Counts counts(Results.Match match) {
        return new Counts(TimeBlocks.counts(match.ours()), TimeBlocks.counts(match.theirs()));
    }

    private static double difference(List<Counts> trials, int[] blocks) {
        return trials.stream().mapToDouble(t -> t.difference(blocks)).average().orElseThrow();
    }
}
