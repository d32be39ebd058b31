// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.model.AdaptorTensor;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdaptorFormTest {
    private static final int ROWS = 12;
    private static final int COLUMNS = 9;

    private final double[] start = new double[ROWS * COLUMNS];
    private final double[] now = new double[start.length];

    @BeforeEach
    void random() {
        Random random = new Random(1);
        for (int i = 0; i < start.length; i++) {
            start[i] = random.nextGaussian();
            now[i] = start[i] + random.nextGaussian();
        }
    }

    private void keep(AdaptorForm form, AdaptorTensor tensor) {
        form.keep(tensor, start, now, ROWS, COLUMNS);
    }

    @Test
    void onlyOneSideMoves() {
        double[] moved = now.clone();
        keep(AdaptorForm.INPUT, AdaptorTensor.INPUT_WEIGHT);
        assertThat(now).isEqualTo(moved);
        keep(AdaptorForm.INPUT, AdaptorTensor.OUTPUT_WEIGHT);
        assertThat(now).isEqualTo(start);
    }

    @Test
    void aLowRankChangeHasRankFour() {
        keep(AdaptorForm.LOW_RANK, AdaptorTensor.INPUT_WEIGHT);
        DMatrixRMaj change = new DMatrixRMaj(ROWS, COLUMNS);
        for (int i = 0; i < now.length; i++) {
            change.data[i] = now[i] - start[i];
        }
        assertThat(SingularOps_DDRM.rank(change, 1e-9)).isEqualTo(4);
    }

    @Test
    void affineScalesWholeRowsOfTheInputAndColumnsOfTheOutput() {
        keep(AdaptorForm.AFFINE, AdaptorTensor.INPUT_WEIGHT);
        for (int r = 0; r < ROWS; r++) {
            double factor = now[r * COLUMNS] / start[r * COLUMNS];
            for (int c = 0; c < COLUMNS; c++) {
                assertThat(now[r * COLUMNS + c])
                        .isCloseTo(factor * start[r * COLUMNS + c], within(1e-9));
            }
        }
        random();
        keep(AdaptorForm.AFFINE, AdaptorTensor.OUTPUT_WEIGHT);
        assertThat(now[1] / start[1])
                .isCloseTo(now[COLUMNS + 1] / start[COLUMNS + 1], within(1e-9));
    }
}
