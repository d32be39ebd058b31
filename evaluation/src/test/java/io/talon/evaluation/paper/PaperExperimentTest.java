// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.evaluation.TestData;
import io.talon.evaluation.ctal.Cores;
import io.talon.evaluation.ctal.CtalRow;
import io.talon.evaluation.ctal.Fusion;
import io.talon.evaluation.ctal.Variant;
import io.talon.evaluation.detector.PrincipalComponents;
import io.talon.evaluation.protocol.Campaign;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Cut;
import io.talon.evaluation.protocol.DetectorRow;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Ledger;
import io.talon.evaluation.protocol.Material;
import io.talon.evaluation.protocol.Outcome;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.report.PaperReport;
import io.talon.evaluation.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperExperimentTest {
    private static final Plan PLAN = new Plan(List.of(), List.of(2), 2, 1, 1, 100, Cut.DEFAULT);

    private static final TrainingOptions BRIEF = TrainingOptions.defaults().withSteps(10);

    @TempDir Path folder;

    @Test
    void goesFrom41FeaturesTo78AndSaysWhatItCannotScore() throws IOException {
        Path source = TestData.require("argus/wustl-iiot-2021-first999.csv");
        Path header = TestData.require("cicflowmeter/aci-iot-2023.header.csv");
        Path target = AciLikeCsv.write(folder.resolve("made.csv"), header, 600);
        List<Row> rows = new ArrayList<>();
        rows.add(new DetectorRow(new PrincipalComponents(), Material.SOURCE));
        rows.add(new DetectorRow(new PrincipalComponents(), Material.DECLARED));
        Cores cores = new Cores();
        for (Variant variant :
                List.of(
                        Variant.UNTRAINED,
                        Variant.SOURCE_ONLY,
                        Variant.STATISTICS,
                        Variant.ADAPTED)) {
            rows.add(
                    new CtalRow(variant, Fusion.FUSED, BRIEF, AdaptationOptions.defaults(), cores));
        }
        List<String> said = new ArrayList<>();

        List<Outcome> outcomes =
                new Campaign(PLAN, Ledger.open(folder.resolve("cells.jsonl"), "x"), said::add)
                        .run(
                                "source → target",
                                read("source", source, Exporter.ARGUS),
                                read("target", target, Exporter.CICFLOWMETER),
                                rows);

        assertThat(outcomes.stream().map(o -> o.cell().row()))
                .containsExactly("PCA, same material", "CTAL-VAE, untrained", "CTAL-VAE, k shots");
        assertThat(said).filteredOn(s -> s.contains("different features")).hasSize(3);
        assertThat(PaperReport.markdown(new Results(outcomes)))
                .contains("At 50/50", "cannot come from one confusion matrix", "0.88");
    }

    private static Capture read(String name, Path file, Exporter exporter) throws IOException {
        return CsvCapture.read(name, file, exporter, Kind.UNLABELLED, 1_000).capture();
    }
}
