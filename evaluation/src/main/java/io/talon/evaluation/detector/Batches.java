// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Windows as ND4J matrices. */
final class Batches {
    /** Rows per matrix when scoring: keeps native memory small. */
    static final int SCORED = 4_096;

    private Batches() {}

    static INDArray draw(float[][] rows, int size, Random random) {
        float[][] drawn = new float[size][];
        for (int i = 0; i < size; i++) {
            drawn[i] = rows[random.nextInt(rows.length)];
        }
        return Nd4j.createFromArray(drawn);
    }

    /** Mean squared difference of each row, written from {@code offset} on. */
    static void squaredError(INDArray x, INDArray reconstruction, double[] target, int offset) {
        INDArray difference = x.sub(reconstruction);
        double[] errors = difference.muli(difference).mean(1).toDoubleVector();
        System.arraycopy(errors, 0, target, offset, errors.length);
    }
}
