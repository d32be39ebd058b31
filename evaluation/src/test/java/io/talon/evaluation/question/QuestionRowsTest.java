// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.evaluation.protocol.Campaign;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Cut;
import io.talon.evaluation.protocol.Ledger;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Progress;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.SimulatedCaptures;
import io.talon.simulator.site.SiteKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionRowsTest {
    private static final Plan PLAN = new Plan(List.of(), List.of(3), 3, 1, 1, 150, Cut.DEFAULT);
    private static final Capture SOURCE = SimulatedCaptures.benign(SiteKind.SENSORS, 1);
    private static final Capture TARGET = SimulatedCaptures.attacked(SiteKind.SENSORS, 2);

    @TempDir Path folder;

    private static List<Row> rows() {
        Networks networks =
                new Networks(
                        TrainingOptions.defaults().withSteps(10),
                        AdaptationOptions.defaults().withSteps(5));
        List<Row> rows = new ArrayList<>(AdaptorRow.all(networks));
        rows.addAll(SelectionRow.all(networks));
        rows.addAll(GenerativeRow.all(networks));
        return rows;
    }

    private Map<String, Map<String, Double>> run(String name) throws IOException {
        Ledger ledger = Ledger.open(folder.resolve(name), "x");
        return new Campaign(PLAN, ledger, Progress.silent())
                .run("pair", SOURCE, TARGET, rows()).stream()
                        .collect(Collectors.toMap(o -> o.cell().row(), Outcome::measures));
    }

    @Test
    void everyRowIsMeasuredAndASecondRunGivesTheSame() throws IOException {
        Map<String, Map<String, Double>> first = run("first");

        assertThat(first).hasSize(rows().size());
        assertThat(first)
                .containsKeys(AdaptorRow.usual(), SelectionRow.usual(), GenerativeRow.usual());
        assertThat(first.values()).allSatisfy(m -> assertThat(m.get("auroc")).isBetween(0.0, 1.0));
        assertThat(first.get("CTAL-VAE, the analyst's own"))
                .containsEntry("negatives that are attacks", 1.0);
        assertThat(first.get("CTAL-VAE, injected anomalies"))
                .doesNotContainKey("negatives that are attacks");
        assertThat(run("second")).isEqualTo(first);
    }
}
