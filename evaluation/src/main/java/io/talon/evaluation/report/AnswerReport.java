// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The answer to one question: rows of the protocol, one of them the usual one. */
public final class AnswerReport {
    private static final Map<String, String> NOTES =
            Map.of("negatives that are attacks", "Negatives that are attacks");

    private final String title;
    private final Header header;
    private final String question;
    private final String usual;

    /**
     * @param question what is asked and how it is measured, a paragraph
     * @param usual name of the row that the others are compared with
     */
    public AnswerReport(String title, Header header, String question, String usual) {
        this.title = title;
        this.header = header;
        this.question = question;
        this.usual = usual;
    }

    /** What a terminal shows. */
    public static Table summary(Results results) {
        return MainTables.detection(results, "Mean of the pairs");
    }

    /** Writes the page, the repetitions and a picture. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        Pictures.bars(folder, "auprc", "AUPRC, mean of the pairs", results, "auprc");
        Pictures.bars(folder, "mcc", "MCC, mean of the pairs", results, "mcc");
        Page page = new Page(header, title).say(question).show(summary(results));
        page.show(Comparison.of(results, usual));
        for (String note : NOTES.keySet()) {
            if (results.all().stream().anyMatch(o -> o.measures().containsKey(note))) {
                page.show(PairTable.of(results, new PairTable.Measure(note, NOTES.get(note))));
            }
        }
        for (PairTable.Measure measure : List.of(PairTable.MAIN.get(1), PairTable.MAIN.get(2))) {
            page.show(PairTable.of(results, measure));
        }
        page.show("MCC, mean of the pairs", "mcc.png");
        page.write(folder, results);
    }
}
