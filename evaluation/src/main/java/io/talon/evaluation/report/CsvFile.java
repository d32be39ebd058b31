// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.protocol.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Every outcome with every measure, one line each. */
final class CsvFile {
    private CsvFile() {}

    static void write(Path file, Results results) throws IOException {
        Set<String> measures = new TreeSet<>();
        results.all().forEach(o -> measures.addAll(o.measures().keySet()));
        List<String> heads =
                new ArrayList<>(
                        List.of("pair", "detector", "material", "k", "draw", "seed", "rule"));
        heads.addAll(measures);
        StringWriter text = new StringWriter();
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader(heads.toArray(String[]::new))
                        .setRecordSeparator('\n')
                        .get();
        try (CSVPrinter csv = new CSVPrinter(text, format)) {
            for (Outcome o : results.all()) {
                List<Object> line =
                        new ArrayList<>(
                                List.of(
                                        o.cell().pair(),
                                        o.cell().detector(),
                                        o.cell().material(),
                                        o.cell().k(),
                                        o.cell().draw(),
                                        o.cell().seed(),
                                        o.rule()));
                measures.forEach(m -> line.add(o.measures().get(m)));
                csv.printRecord(line);
            }
        }
        Files.writeString(file, text.toString());
    }
}
