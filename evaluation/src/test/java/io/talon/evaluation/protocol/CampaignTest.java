// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.evaluation.detector.IsolationForest;
import io.talon.evaluation.detector.L2;
import io.talon.evaluation.detector.Trivial;
import io.talon.evaluation.metric.Confusion;
import io.talon.simulator.site.SiteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {
    private static final Plan PLAN = new Plan(List.of(), List.of(0, 2), 2, 2, 2, 500, Cut.DEFAULT);
    private static final List<Row> ROWS =
            List.of(
                    new DetectorRow(Trivial.ALL_ANOMALOUS, Material.DECLARED),
                    new DetectorRow(L2.SEQUENCE_MEAN, Material.DECLARED),
                    new DetectorRow(L2.SEQUENCE_MEAN, Material.SHOTS),
                    new DetectorRow(new IsolationForest(), Material.SOURCE));
    private static final Capture SOURCE = SimulatedCaptures.benign(SiteKind.SENSORS, 1);
    private static final Capture TARGET = SimulatedCaptures.attacked(SiteKind.SENSORS, 2);

    @TempDir Path folder;

    @Test
    void finishedCellsAreNotMeasuredAgain() throws IOException {
        List<Outcome> first = run("a");
        long size = Files.size(folder.resolve("cells.jsonl"));

        List<Outcome> second = run("a");

        assertThat(second).isEqualTo(first);
        assertThat(folder.resolve("cells.jsonl")).hasSize(size);
    }

    @Test
    void aLineThatWasCutOffIsMeasuredAgainWithTheSameResult() throws IOException {
        List<Outcome> first = run("a");
        Path ledger = folder.resolve("cells.jsonl");
        List<String> lines = Files.readAllLines(ledger);
        Files.write(ledger, lines.subList(0, lines.size() - 1));
        String last = lines.get(lines.size() - 1);
        Files.writeString(ledger, last.substring(0, last.length() / 2), StandardOpenOption.APPEND);

        List<Outcome> second = run("a");

        assertThat(measures(second)).isEqualTo(measures(first));
    }

    @Test
    void thePartsOfTheTimeAddUpToTheWholeTest() throws IOException {
        int[] all = IntStream.range(0, TimeBlocks.COUNT).toArray();
        for (Outcome outcome : run("a")) {
            Confusion whole = TimeBlocks.confusion(TimeBlocks.counts(outcome), all);
            assertThat(whole)
                    .isEqualTo(
                            new Confusion(
                                    outcome.measure("hits"),
                                    outcome.measure("misses"),
                                    outcome.measure("false alarm count"),
                                    outcome.measure("passes")));
        }
    }

    @Test
    void otherOptionsAreMeasuredAnew() throws IOException {
        run("a");
        long lines = Files.lines(folder.resolve("cells.jsonl")).count();

        run("b");

        assertThat(Files.lines(folder.resolve("cells.jsonl"))).hasSize((int) (2 * lines));
    }

    @Test
    void everyCellIsCountedBeforehand() throws IOException {
        List<String> steps = new ArrayList<>();
        Ledger ledger = Ledger.open(folder.resolve("cells.jsonl"), "a");
        Campaign campaign = new Campaign(PLAN, ledger, steps::add);

        List<Outcome> outcomes = campaign.run("pair", SOURCE, TARGET, ROWS);

        assertThat(steps).hasSize(campaign.cells(ROWS));
        assertThat(outcomes).hasSameSizeAs(steps);
        assertThat(outcomes.get(0).measure("auroc")).isEqualTo(0.5);
        assertThat(outcomes.get(0).measure("sensitivity")).isEqualTo(1);
    }

    /** Sites are repetitions: every row is measured on every site, also those without draws. */
    @Test
    void eachSiteIsOneRepetitionOfEveryRow() throws IOException {
        Ledger ledger = Ledger.open(folder.resolve("cells.jsonl"), "a");
        Campaign campaign = new Campaign(PLAN, ledger, Progress.silent());
        List<Row> rows = ROWS.subList(0, 3);

        List<Outcome> outcomes = new ArrayList<>();
        for (int site = 0; site < 2; site++) {
            outcomes.addAll(campaign.ofSite(site).run("pair", SOURCE, TARGET, rows));
        }

        assertThat(outcomes).hasSize(2 * campaign.ofSite(0).cells(rows));
        for (Row row : rows) {
            assertThat(outcomes)
                    .filteredOn(o -> o.cell().row().equals(row.label()) && o.cell().k() == 2)
                    .extracting(o -> o.cell().draw())
                    .containsExactly(0, 1);
        }
    }

    private List<Outcome> run(String options) throws IOException {
        Ledger ledger = Ledger.open(folder.resolve("cells.jsonl"), options);
        return new Campaign(PLAN, ledger, Progress.silent()).run("pair", SOURCE, TARGET, ROWS);
    }

    private static List<Map<String, Double>> measures(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::measures).toList();
    }
}
