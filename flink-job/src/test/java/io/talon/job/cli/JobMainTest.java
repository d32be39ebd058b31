// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.job.Conns;
import io.talon.job.Flows;
import io.talon.zeek.ConnWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobMainTest {

    private static final int FLOWS = 300;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsALinePerFlowAndTheSameOnesAgain() throws Exception {
        Path log = log();

        assertThat(talon("score", "--all", log.toString())).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(FLOWS);
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly(
                        "uid",
                        "ts",
                        "destination",
                        "length",
                        "error",
                        "p",
                        "record_score",
                        "anomalous");
        assertThat(err.toString())
                .contains("1 file, ", FLOWS + " read", "0 rejected; " + FLOWS + " scored");

        out.getBuffer().setLength(0);
        talon("score", "--all", log.toString());
        assertThat(out.toString().lines().toList()).isEqualTo(lines);
    }

    @Test
    void printsAnomaliesAsTheDocumentsThatWouldBeIndexed() throws Exception {
        assertThat(talon("score", "--tenant", "acme", "--site", "plant-7", log().toString()))
                .isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).isNotEmpty().hasSizeLessThan(FLOWS / 2);
        JsonNode document = new ObjectMapper().readTree(lines.get(0));
        assertThat(document.at("/event/kind").asText()).isEqualTo("alert");
        assertThat(document.at("/data_stream/namespace").asText()).isEqualTo("acme");
        assertThat(document.at("/talon/run/mode").asText()).isEqualTo("historical");
        assertThat(document.at("/message").asText())
                .startsWith("Unusual sequence to 10.0.0.")
                .contains("(site plant-7)");
    }

    @Test
    void namesBadFilesAndLinesAndScoresTheRest() throws Exception {
        Path log = log();
        StringBuilder bad = new StringBuilder(Files.readString(log));
        for (int i = 0; i < 8; i++) {
            bad.append("cut\toff\n");
        }
        Files.writeString(log, bad);
        Path empty = Files.createFile(folder.resolve("empty.log"));
        Path binary = Files.write(folder.resolve("binary.log"), new byte[] {0, 1, 2, 3, 10, 0});
        Path missing = folder.resolve("missing.log");

        int exit =
                talon(
                        "score",
                        "--all",
                        missing.toString(),
                        empty.toString(),
                        binary.toString(),
                        log.toString());

        assertThat(exit).isZero();
        assertThat(out.toString().lines()).hasSize(FLOWS);
        assertThat(err.toString().lines())
                .anyMatch(l -> l.startsWith(missing.toString()))
                .anyMatch(l -> l.startsWith(empty.toString()))
                .anyMatch(l -> l.startsWith(binary.toString()))
                .anyMatch(l -> l.startsWith(log + ": 3 more lines rejected"))
                .anyMatch(l -> l.startsWith("4 files, "))
                .filteredOn(l -> l.matches(Pattern.quote(log.toString()) + ":\\d+: .*"))
                .hasSize(5);
    }

    @Test
    void failsWhenNothingCouldBeRead() {
        assertThat(talon("score", folder.resolve("missing.log").toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesABadModelOrAdaptorByNameBeforeAnyWork() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("site.talon"), "nonsense");

        assertThat(talon("score", "--adaptor", nonsense.toString(), log().toString())).isEqualTo(1);
        assertThat(talon("score", "--model", nonsense.toString(), log().toString())).isEqualTo(1);
        assertThat(talon("score", "--model", "no.talon", log().toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(3)
                .satisfiesExactly(
                        l -> assertThat(l).startsWith("talon score: " + nonsense),
                        l -> assertThat(l).startsWith("talon score: " + nonsense),
                        l -> assertThat(l).startsWith("talon score: no.talon: no such"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheUsage() {
        assertThat(talon("score")).isEqualTo(2);
        assertThat(talon("score", "--tenant", "A B", "x.log")).isEqualTo(2);
        assertThat(talon("ingest", "--to", "pigeon", "x.log")).isEqualTo(2);
        assertThat(err.toString()).contains("tenant 'A B' is not allowed", "pigeon");
    }

    private int talon(String... args) {
        return JobMain.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private Path log() throws IOException {
        Path file = folder.resolve("conn.log");
        try (OutputStream bytes = Files.newOutputStream(file);
                ConnWriter writer = ConnWriter.tsv(bytes)) {
            for (var flow : Flows.some(FLOWS, 1)) {
                writer.write(Conns.of(flow));
            }
        }
        return file;
    }
}
