// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.evaluation.detector.L2;
import io.talon.evaluation.detector.NearestNeighbours;
import io.talon.evaluation.detector.PrincipalComponents;
import io.talon.evaluation.paper.CsvCapture;
import io.talon.evaluation.paper.Exporter;
import io.talon.evaluation.protocol.DetectorRow;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Material;
import io.talon.evaluation.protocol.Pair;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.question.Networks;
import io.talon.evaluation.question.TaughtNetworkRow;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.report.WidthReport;
import io.talon.evaluation.width.Width;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "width",
        description =
                "How many features: 23 that every exporter gives, or all of an exporter's own, with"
                        + " and without ports.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WidthCommand implements MeasuringCommand {
    private static final String NAME = "width";
    private static final String LABELLED_MODBUS =
            "modbus_characterization_modbus_6RTU_with_operate.csv";
    private static final int MOST = 20_000;

    @Mixin private RunOptions run;

    @Mixin private PairOptions pairs;

    @Option(
            names = "--cicflowmeter",
            paramLabel = "CSV",
            description =
                    "A CSV of CICFlowMeter with the columns of ACI-IoT-2023, for the widths 23, 76"
                            + " and 78. Without it those are not measured: the public file is not"
                            + " part of the captures.")
    private Path cicFlowMeter;

    @Override
    public RunOptions options() {
        return run;
    }

    @Override
    public boolean readsCaptures() {
        return true;
    }

    @Override
    public Integer call() throws IOException {
        Plan plan = run.question();
        Networks networks = new Networks(run.training(), AdaptationOptions.defaults());
        List<Row> rows =
                List.of(
                        new DetectorRow(L2.SEQUENCE_MEAN, Material.DECLARED),
                        new DetectorRow(new PrincipalComponents(), Material.DECLARED),
                        new DetectorRow(new NearestNeighbours(), Material.DECLARED),
                        new TaughtNetworkRow(networks));
        List<Measuring.Task> tasks = new ArrayList<>();
        for (Measuring.Task pair : wanted(plan)) {
            for (Width width : Width.values()) {
                tasks.add(
                        new Measuring.Task(
                                WidthReport.name(width.label(), pair.name()),
                                () -> width.applied(pair.source().read()),
                                () -> width.applied(pair.target().read())));
            }
        }
        Results results = Measuring.results(NAME, run, plan, tasks, rows);
        WidthReport report =
                new WidthReport(Measuring.header(NAME, run, pairs.text(), plan.repetitions()));
        report.write(run.folder(NAME), results);
        return Measuring.finish(NAME, run, results, WidthReport.summary(results, "auprc", "AUPRC"));
    }

    private List<Measuring.Task> wanted(Plan plan) {
        List<Pair> sameExporter =
                plan.pairs().stream()
                        .filter(p -> !p.source().equals(Pair.ARGUS_MODBUS))
                        .limit(4)
                        .toList();
        List<Measuring.Task> tasks = new ArrayList<>(pairs.tasks(sameExporter));
        if (pairs.areReal() && !run.quick) {
            tasks.add(
                    new Measuring.Task(
                            "modbus channel → modbus attacks (Argus)",
                            () -> pairs.argus("modbus channel", "modbus_channel_4d_12s.csv"),
                            () -> pairs.argus("modbus attacks", LABELLED_MODBUS)));
        }
        if (cicFlowMeter != null) {
            Measuring.Reader cic =
                    () ->
                            CsvCapture.read(
                                            "CICFlowMeter",
                                            cicFlowMeter,
                                            Exporter.CICFLOWMETER,
                                            Kind.UNLABELLED,
                                            MOST)
                                    .capture();
            tasks.add(new Measuring.Task("CICFlowMeter", cic, cic));
        }
        return tasks;
    }
}
