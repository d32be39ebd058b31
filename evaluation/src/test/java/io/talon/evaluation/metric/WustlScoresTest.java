// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.evaluation.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Another model's 114,957 published scores with true labels. Its authors report ROC-AUC 0.9994 and
 * PR-AUC 0.9932 with their tools; scikit-learn 1.2.1 on the same file gives the digits below.
 */
class WustlScoresTest {
    @Test
    void agreesOnAHundredThousandRealScores() throws IOException {
        Path file = TestData.require("argus/wustl-iiot-2021.flair-gru-ae-scores.csv");
        List<String> lines = Files.readAllLines(file);
        double[] scores = new double[lines.size() - 1];
        boolean[] attack = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            String[] cells = lines.get(i + 1).split(",");
            scores[i] = Double.parseDouble(cells[1]);
            attack[i] = cells[2].equals("1");
        }

        Ranking ranking = Ranking.of(scores, attack);

        assertThat(scores).hasSize(114_957);
        assertThat(ranking.auroc()).isCloseTo(0.999358674247, within(1e-9));
        assertThat(ranking.auprc()).isCloseTo(0.993161916649, within(1e-9));
        assertThat(Confusion.of(scores, attack, 0.315).mcc())
                .isCloseTo(0.926311338473, within(1e-9));
    }
}
