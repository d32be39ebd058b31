// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.evaluation.protocol.Cell;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardReportTest {
    private static final Header HEADER = new Header("talon evaluate x", "abc", "3 sites", "here");

    private static Outcome outcome(
            String set, String detector, String material, int site, double v) {
        return outcome(set, detector, material, 5, site, v);
    }

    private static Outcome outcome(
            String set, String detector, String material, int k, int site, double v) {
        Cell cell = new Cell(set, detector, material, k, site, 0);
        return new Outcome(
                "",
                cell,
                "rule",
                1,
                Map.of(
                        "auprc",
                        v,
                        "recall@10",
                        v / 2,
                        "recall@50",
                        v,
                        "benign.update.false_alarms",
                        v));
    }

    private static Results results() {
        List<Outcome> all = new ArrayList<>();
        for (int site = 0; site < 3; site++) {
            all.add(outcome("scan", "talon", "k shots", site, 0.8 + 0.01 * site));
            all.add(outcome("scan", "kNN", "same material", site, 0.5));
            all.add(outcome("scan", "PCA", "same material", site, 0.6 + 0.01 * site));
            all.add(outcome("scan", "kNN", "same material and memory", site, 0.9 + 0.01 * site));
            all.add(outcome("update", "talon", "k shots", site, 0.01));
            all.add(outcome("update", "kNN", "same material", site, 0.25));
        }
        return new Results(all);
    }

    @Test
    void comparesWithTheBestRivalOfEachSetAndSaysWhichSideZeroLies(@TempDir Path folder)
            throws IOException {
        new HardReport(HEADER, Plan.HARD, "talon, k shots", List.of("scan"), List.of("update"))
                .write(folder, results());

        assertThat(folder.resolve("README.md"))
                .content()
                .contains("| scan | 0.810 ± 0.025 | 0.610 PCA | 0.200 above |")
                .contains("| 0.910 kNN | -0.100 **below** |")
                .contains("| kNN, same material | – | 0.250 |")
                .doesNotContain("\n| update |");
        assertThat(folder.resolve("outcomes.csv")).content().hasLineCount(1 + 18);
    }

    @Test
    void averagesOnlyWhatTheMainNumberOfTripletsGives(@TempDir Path folder) throws IOException {
        List<Outcome> all = new ArrayList<>(results().all());
        for (int site = 0; site < 3; site++) {
            all.add(outcome("scan", "talon", "k shots", 0, site, 0.1));
        }

        new HardReport(HEADER, Plan.HARD, "talon, k shots", List.of("scan"), List.of("update"))
                .write(folder, new Results(all));

        assertThat(folder.resolve("README.md"))
                .content()
                .contains("| scan | 0.810 ± 0.025 | 0.610 PCA | 0.200 above |")
                .contains("| row | k = 0 | k = 5 |")
                .contains("| talon, k shots | 0.100 | 0.810 ± 0.025 |");
    }

    @Test
    void splicedSetsHaveAMeanOfTheirOwn(@TempDir Path folder) throws IOException {
        List<Outcome> all = new ArrayList<>();
        for (int site = 0; site < 3; site++) {
            all.add(outcome("1 % of a in b", "talon", "k shots", site, 0.9));
            all.add(outcome("1 % of a in b", "kNN", "same material", site, 0.5));
            all.add(outcome("0.1 % of a in b", "talon", "k shots", site, 0.7 + 0.01 * site));
            all.add(outcome("0.1 % of a in b", "kNN", "same material", site, 0.3));
        }
        HardReport report =
                new HardReport(
                        HEADER, Plan.HARD, "talon, k shots", List.of("scan"), List.of("update"));

        report.write(folder, new Results(all));

        assertThat(folder.resolve("README.md"))
                .content()
                .contains("## Mean of the spliced attacks, k = 5")
                .contains("| **mean of the spliced attacks** | 0.805 ± 0.012 | 0.400 kNN |")
                .contains("| 1 % of a in b | 0.900 | 0.500 kNN | 0.400 above |")
                .doesNotContain("mean of the simulated attacks**");
        assertThat(report.summary(new Results(all)).markdown()).contains("spliced");
    }
}
