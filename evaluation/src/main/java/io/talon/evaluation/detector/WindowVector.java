// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import io.talon.ctalvae.sequence.Sequence;
import java.util.Arrays;
import java.util.List;

/**
 * A sequence as one vector of fixed width, for detectors without a recurrence: last flow ⊕ mean ⊕
 * standard deviation over the flows, three blocks of the profile's width. Values a flow does not
 * have (NaN) are left out of mean and deviation; a block's value is NaN if no flow has it.
 */
public final class WindowVector {
    /** Blocks of the profile's width. */
    public static final int BLOCKS = 3;

    private WindowVector() {}

    /** The vectors of sequences, [sequences × 3·width]. */
    public static float[][] of(List<Sequence> sequences) {
        float[][] rows = new float[sequences.size()][];
        for (int i = 0; i < rows.length; i++) {
            Sequence s = sequences.get(i);
            float[] values = new float[s.length() * s.width()];
            s.copyTo(values);
            rows[i] = of(values, s.length(), s.width());
        }
        return rows;
    }

    /**
     * The vector of one sequence.
     *
     * @param values row-major [length × width], oldest flow first
     */
    public static float[] of(float[] values, int length, int width) {
        float[] row = new float[BLOCKS * width];
        for (int f = 0; f < width; f++) {
            int present = 0;
            double sum = 0;
            for (int t = 0; t < length; t++) {
                float v = values[t * width + f];
                if (!Float.isNaN(v)) {
                    present++;
                    sum += v;
                }
            }
            double mean = sum / present;
            double squares = 0;
            for (int t = 0; t < length; t++) {
                float v = values[t * width + f];
                squares += Float.isNaN(v) ? 0 : (v - mean) * (v - mean);
            }
            row[f] = values[(length - 1) * width + f];
            row[width + f] = (float) mean;
            row[2 * width + f] = (float) Math.sqrt(squares / present);
        }
        return row;
    }

    /** The rows with the given indices. */
    public static float[][] rows(float[][] all, int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> all[i]).toArray(float[][]::new);
    }
}
