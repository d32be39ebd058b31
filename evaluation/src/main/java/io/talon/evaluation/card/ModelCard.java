// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.card;

import io.talon.evaluation.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The model card as Markdown. */
public final class ModelCard {
    private static final List<String> ROWS =
            List.of("talon, shipped base, as it comes", "talon, shipped base, k shots");
    private static final List<String> MEASURES =
            List.of("auroc", "auprc", "mcc", "sensitivity", "false_alarms");

    private static final String HEAD =
            """
            # The shipped base model

            Written by `talon evaluate card` from the model file and from [committed results](evaluation/). Do not edit.

            **What it is for.** A starting point for every site: it scores from the first flow on, and becomes a site's own with a few triplets and some declared-benign flows (`talon adapt`). It tells unusual sequences of flows to one destination; it knows no payload and no name.

            """;

    private static final String DATA =
            """
            ## Data and terms

            Trained on traffic of made-up sites alone (`simulator`; offices, plants, sensors, cameras), benign, a day each; no real capture, no address and no label entered. It may therefore be used under the project's licence, Apache-2.0, without terms of any data set. Evaluation uses other seeds, so other sites, and public captures that do not ship: IoT-23 (Garcia, Parmisano, Erquiaga 2020), CTU-Normal (Stratosphere Laboratory), Modbus (Lemay and Fernandez 2016).

            ## Made with

            `COMMAND`, on the sites and with the seeds above. The signing key is made anew at every run, so the bytes of the signature differ.

            """;

    private static final String NO_FIGURES =
            """
            ## Figures

            No committed results carry their repetitions yet; see [what was found](evaluation/README.md).

            """;

    private static final String LIMITS =
            """
            ## Limits

            - Untaught it is generic: sites unlike the simulated ones rank poorly until they are taught.
            - Attacks made of the site's own flows are found in part only: [hard sets](evaluation/hard/).
            - p-values hold while a site is as it was calibrated: `talon evaluate drift`.
            - A simple detector with the site's statistics is often as good: [what was found](evaluation/README.md).
            """;

    private ModelCard() {}

    /**
     * @param model the model's file
     * @param evaluation folder with committed results
     */
    public static String markdown(Path model, Path evaluation) throws IOException {
        StringBuilder card = new StringBuilder(HEAD);
        ModelFacts of = new ModelFacts(model);
        Table facts = new Table("The file", List.of("", "base.talon"));
        of.lines().forEach((k, v) -> facts.add(List.of(k, v)));
        card.append(facts.markdown()).append(DATA.replace("COMMAND", of.command()));
        Table figures = figures(evaluation);
        card.append(figures.isEmpty() ? NO_FIGURES : figures.markdown());
        return card.append(LIMITS).toString();
    }

    private static Table figures(Path evaluation) throws IOException {
        List<String> heads =
                new ArrayList<>(
                        List.of("measured with", "row", "AUROC", "AUPRC", "MCC", "sensitivity"));
        heads.add("false alarms");
        Table table = new Table("Figures, means over the pairs or sites of each command", heads);
        List<Path> folders;
        try (Stream<Path> found = Files.list(evaluation)) {
            folders = found.filter(CommittedResults::areIn).sorted().toList();
        }
        for (Path folder : folders) {
            CommittedResults results = CommittedResults.read(folder);
            for (String row : ROWS) {
                List<String> figures = results.figures(row, MEASURES);
                if (!figures.isEmpty()) {
                    List<String> line = new ArrayList<>(List.of(results.command(), row));
                    line.addAll(figures);
                    table.add(line);
                }
            }
        }
        return table;
    }
}
