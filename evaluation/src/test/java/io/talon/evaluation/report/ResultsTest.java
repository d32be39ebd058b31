// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.evaluation.metric.Interval;
import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private static final Results RESULTS =
            new Results(
                    List.of(
                            outcome("near", "ours", 0, 0, 0.90),
                            outcome("near", "ours", 1, 0, 0.92),
                            outcome("far", "ours", 0, 0, 0.50),
                            outcome("far", "ours", 1, 0, 0.52),
                            outcome("near", "theirs", 0, 0, 0.80),
                            outcome("far", "theirs", 0, 0, 0.40)));

    @Test
    void pairsAreAveragedBeforeTheIntervalIsTaken() {
        Interval mcc = RESULTS.ofRow("ours, x").interval("mcc");

        assertThat(mcc.count()).isEqualTo(2);
        assertThat(mcc.mean()).isCloseTo(0.71, within(1e-12));
    }

    @Test
    void aRowMeasuredOnceStandsAgainstEveryDraw() {
        Interval difference = RESULTS.difference("ours, x", "theirs, x", "mcc");

        assertThat(difference.count()).isEqualTo(2);
        assertThat(difference.mean()).isCloseTo(0.11, within(1e-12));
    }

    @Test
    void writesTablesCsvAndPictures(@TempDir Path folder) throws IOException {
        Header header = new Header("talon evaluate x", "abc", "2 draws", "a machine");

        new TransferReport("Title", header, Plan.QUICK, "ours, x").write(folder, RESULTS);

        assertThat(folder.resolve("README.md"))
                .content()
                .contains("# Title", "talon evaluate x", "| ours, x |", "| row | near | far |");
        assertThat(folder.resolve("details.md")).content().contains("## near", "## far");
        assertThat(folder.resolve("outcomes.csv")).content().hasLineCount(7);
        assertThat(folder.resolve("mcc.png")).isNotEmptyFile();
        assertThat(folder.resolve("mcc.svg")).content().contains("<svg");
    }

    private static Outcome outcome(String pair, String row, int draw, long seed, double mcc) {
        Cell cell = new Cell(pair, row, "x", Plan.QUICK.mainK(), draw, seed);
        return new Outcome("", cell, "rule", 1, Map.of("mcc", mcc, "auprc", mcc));
    }
}
