// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.evaluation.metric.Confusion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decisions by when they were made, as measures: the test's time in equal parts, in each the four
 * cells of the confusion matrix. Flows of one part are alike, so that parts, not flows, can be
 * drawn anew to see how much a figure hangs on what happened to be tested.
 */
public final class TimeBlocks {
    /** Parts of the test. */
    public static final int COUNT = 24;

    private static final String[] CELLS = {"hits", "misses", "false alarms", "passes"};

    private TimeBlocks() {}

    /** Cells that are not 0, by {@code block N CELL}. */
    static Map<String, Double> of(Tested test, double threshold) {
        long first = Arrays.stream(test.endMicros()).min().orElse(0);
        long last = Arrays.stream(test.endMicros()).max().orElse(0);
        Map<String, Double> cells = new LinkedHashMap<>();
        for (int i = 0; i < test.scores().length; i++) {
            int block = (int) ((test.endMicros()[i] - first) * COUNT / (last - first + 1));
            boolean flagged = test.scores()[i] > threshold;
            int cell = (test.attack()[i] ? 0 : 2) + (flagged ? 0 : 1);
            cells.merge(name(block, cell), 1.0, Double::sum);
        }
        return cells;
    }

    private static String name(int block, int cell) {
        return "block " + block + " " + CELLS[cell];
    }

    /** Whether an outcome has them. */
    public static boolean in(Outcome outcome) {
        return outcome.measures().keySet().stream().anyMatch(m -> m.startsWith("block "));
    }

    /** Counts [{@link #COUNT} × 4] of an outcome: hits, misses, false alarms, passes. */
    public static double[][] counts(Outcome outcome) {
        double[][] counts = new double[COUNT][CELLS.length];
        for (int block = 0; block < COUNT; block++) {
            for (int cell = 0; cell < CELLS.length; cell++) {
                counts[block][cell] = outcome.measures().getOrDefault(name(block, cell), 0.0);
            }
        }
        return counts;
    }

    /**
     * The confusion matrix of some parts of the test.
     *
     * @param counts of all parts
     * @param blocks numbers below {@link #COUNT}; one that stands there twice counts twice
     */
    public static Confusion confusion(double[][] counts, int[] blocks) {
        double[] sum = new double[CELLS.length];
        for (int block : blocks) {
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += counts[block][cell];
            }
        }
        return new Confusion(sum[0], sum[1], sum[2], sum[3]);
    }
}
