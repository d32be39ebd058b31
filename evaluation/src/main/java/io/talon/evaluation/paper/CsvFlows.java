// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;

import io.talon.ctalvae.feature.Feature;
import io.talon.evaluation.protocol.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file of flows row by row. Values that are no finite number (the exporter's {@code
 * inf} and {@code NaN} rates) become NaN, missing. A row without a readable time or destination, or
 * with fewer cells than the header, is rejected and counted.
 */
final class CsvFlows {
    private final Exporter exporter;
    private final List<Feature> features;
    private long rejected;

    CsvFlows(Exporter exporter) {
        this.exporter = exporter;
        this.features = exporter.profile().features();
    }

    /** Rows that were no flows. */
    long rejected() {
        return rejected;
    }

    /**
     * @throws IOException if the file cannot be read, lacks columns or holds no flow
     */
    FlowTable read(Path file) throws IOException {
        FlowTable table = new FlowTable(features.size());
        Times times = Times.none();
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setTrim(true)
                        .get();
        try (BufferedReader text = Files.newBufferedReader(file);
                CSVParser rows = CSVParser.parse(text, format)) {
            Map<String, Integer> columns = rows.getHeaderMap();
            List<String> missing =
                    exporter.columns().stream().filter(c -> !columns.containsKey(c)).toList();
            if (!missing.isEmpty()) {
                throw new IOException(
                        file
                                + ": no columns "
                                + missing
                                + ". Give a file with the columns of "
                                + exporter
                                + ".");
            }
            float[] values = new float[features.size()];
            for (CSVRecord row : rows) {
                add(row, values, table, times);
            }
        }
        if (table.size() == 0) {
            throw new IOException(
                    file + ": no flow in it; " + rejected + " rows could not be read.");
        }
        if (times.areSwapped()) {
            table.swapDaysAndMonths();
        }
        return table;
    }

    private void add(CSVRecord row, float[] values, FlowTable table, Times times) {
        if (!row.isConsistent() || row.get(exporter.destination()).isEmpty()) {
            rejected++;
            return;
        }
        long time;
        try {
            time = Times.micros(row.get(exporter.time()));
        } catch (DateTimeException e) {
            rejected++;
            return;
        }
        if (exporter.clock() != null && row.isMapped(exporter.clock())) {
            times.vote(time, number(row.get(exporter.clock())));
        }
        for (int f = 0; f < values.length; f++) {
            Feature feature = features.get(f);
            values[f] = feature.name().equals("gap") ? Float.NaN : value(row, feature);
        }
        Kind kind = exporter.kind(row.get(exporter.label()));
        String family = kind == Kind.MALICIOUS ? row.get(exporter.family()) : "-";
        table.add(time, row.get(exporter.destination()), kind, family, values);
    }

    private static float value(CSVRecord row, Feature feature) {
        double number = number(row.get(feature.name()));
        return (float)
                (feature.scale() == Feature.Scale.LOG1P ? Math.log1p(Math.max(number, 0)) : number);
    }

    /** A number; wired is 1, wireless 0; NaN for what is none or not finite. */
    private static double number(String text) {
        if (text.equalsIgnoreCase("wired") || text.equalsIgnoreCase("wireless")) {
            return text.equalsIgnoreCase("wired") ? 1 : 0;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
