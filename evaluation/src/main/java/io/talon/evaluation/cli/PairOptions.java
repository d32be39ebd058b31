// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.paper.CsvCapture;
import io.talon.evaluation.paper.Exporter;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.DataFolder;
import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Pair;
import io.talon.evaluation.protocol.SimulatedPairs;
import io.talon.simulator.site.SiteKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which captures are measured on. */
final class PairOptions {
    /** More than any of the captures has. */
    private static final int MOST_ARGUS = 20_000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TALON_DATA:-../shared/data}",
            description =
                    "Folder with the real captures, zeek/ and argus/ (default: $TALON_DATA, else"
                            + " ../shared/data).")
    private Path data;

    @Option(
            names = "--simulated",
            description = "Measure on simulated sites even where real captures are at hand.")
    private boolean simulated;

    @Option(
            names = "--pair",
            split = ",",
            paramLabel = "TEXT",
            description =
                    "Only the pairs of real captures with this in the name of source or target.")
    private List<String> wanted;

    private final Map<String, Capture> captures = new HashMap<>();

    DataFolder folder() {
        return new DataFolder(data);
    }

    boolean areReal() {
        return !simulated && folder().exists();
    }

    /** The option as it would be given. */
    String text() {
        return (simulated ? " --simulated" : "")
                + (wanted == null ? "" : " --pair '" + String.join(",", wanted) + "'");
    }

    void simulate() {
        simulated = true;
    }

    /** Tasks on these pairs; on simulated ones, said on stderr, without the captures. */
    List<Measuring.Task> tasks(List<Pair> pairs) {
        if (areReal()) {
            return chosen(pairs).stream()
                    .map(
                            p ->
                                    new Measuring.Task(
                                            p.label(),
                                            () -> read(p.source()),
                                            () -> read(p.target())))
                    .toList();
        }
        if (!simulated) {
            System.err.println(data + ": no captures there, simulated sites stand in for them");
        }
        return List.of(
                simulated(SiteKind.OFFICE, SiteKind.SENSORS),
                simulated(SiteKind.SENSORS, SiteKind.OFFICE));
    }

    private List<Pair> chosen(List<Pair> pairs) {
        if (wanted == null) {
            return pairs;
        }
        List<Pair> chosen =
                pairs.stream().filter(p -> wanted.stream().anyMatch(p.label()::contains)).toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "--pair "
                            + String.join(",", wanted)
                            + " is in none of the pairs: "
                            + pairs.stream().map(Pair::label).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private Measuring.Task simulated(SiteKind from, SiteKind to) {
        return new Measuring.Task(
                "simulated " + from.label() + " → " + to.label(),
                () -> remembered("source " + from, () -> SimulatedPairs.source(from)),
                () -> remembered("target " + to, () -> SimulatedPairs.target(to)));
    }

    private Capture read(String name) throws IOException {
        return remembered(
                name,
                () ->
                        name.equals(Pair.ARGUS_MODBUS)
                                ? argus(name, "modbus_channel_4d_12s.csv")
                                : folder().read(name));
    }

    /** A capture as Argus exports it; without labels it counts as benign. */
    Capture argus(String name, String file) throws IOException {
        return CsvCapture.read(
                        name,
                        data.resolve("argus").resolve(file),
                        Exporter.ARGUS,
                        Kind.BENIGN,
                        MOST_ARGUS)
                .capture();
    }

    private Capture remembered(String name, Measuring.Reader reader) throws IOException {
        Capture known = captures.get(name);
        if (known == null) {
            known = reader.read();
            captures.put(name, known);
        }
        return known;
    }
}
