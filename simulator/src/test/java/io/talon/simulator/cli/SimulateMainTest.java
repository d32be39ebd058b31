// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.talon.zeek.ConnLine;
import io.talon.zeek.ConnReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path dir;

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("simulate", "--out", dir.toString()));
        all.addAll(List.of(args));
        return SimulateMain.run(
                new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    @Test
    void writesALogPerSiteTheTruthAndATable() throws IOException {
        assertThat(run("--sites", "office,plant,plant", "--duration", "90m", "--labels")).isZero();

        assertThat(dir.resolve("office/conn.log")).exists();
        assertThat(dir.resolve("plant-1/conn.log")).exists();
        assertThat(dir.resolve("plant-2/conn.log")).exists();
        assertThat(out.toString())
                .contains("site ", "office", "plant-2", "modbus-write", "port-scan");
        assertThat(err.toString()).contains("office: ").contains(" flows in ");
    }

    @ParameterizedTest
    @CsvSource({"tsv,true", "tsv,false", "json,true", "json,false"})
    void theTruthNamesTheMaliciousFlowsOfTheLog(String format, boolean labels) throws IOException {
        List<String> args =
                new ArrayList<>(
                        List.of("--sites", "cameras", "--duration", "2h", "--format", format));
        if (labels) {
            args.add("--labels");
        }
        assertThat(run(args.toArray(String[]::new))).isZero();

        Set<String> truth = uids(Files.readString(dir.resolve("truth.json")));
        Set<String> inLog = new HashSet<>();
        Set<String> malicious = new HashSet<>();
        try (ConnReader reader = ConnReader.open(dir.resolve("cameras/conn.log"))) {
            while (reader.hasNext()) {
                if (reader.next() instanceof ConnLine.Read read) {
                    inLog.add(read.conn().uid());
                    if ("Malicious".equals(read.conn().label())) {
                        malicious.add(read.conn().uid());
                    }
                    assertThat(read.conn().label() != null).isEqualTo(labels);
                }
            }
            assertThat(reader.counts().rejected()).isZero();
        }
        assertThat(truth).isNotEmpty().isSubsetOf(inLog).isNotEqualTo(inLog);
        assertThat(malicious).isEqualTo(labels ? truth : Set.of());
    }

    @Test
    void sameOptionsGiveTheSameFiles() throws IOException {
        assertThat(run("--sites", "sensors", "--duration", "1h", "--seed", "9")).isZero();
        byte[] first = Files.readAllBytes(dir.resolve("sensors/conn.log"));
        assertThat(run("--sites", "sensors", "--duration", "1h", "--seed", "9", "--force"))
                .isZero();

        assertThat(Files.readAllBytes(dir.resolve("sensors/conn.log"))).isEqualTo(first);
    }

    @Test
    void printsOneJsonDocumentWhenAsked() throws IOException {
        assertThat(run("--sites", "plant", "--duration", "1h", "--report", "json")).isZero();

        try (JsonParser json = new JsonFactory().createParser(out.toString())) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            json.skipChildren();
            assertThat(json.nextToken()).isNull();
        }
        assertThat(uids(out.toString())).isEmpty();
    }

    @Test
    void takesAListOfAttacks() {
        assertThat(
                        run(
                                "--sites",
                                "office,plant",
                                "--duration",
                                "2h",
                                "--attacks",
                                "modbus-write:30m:20m:2,beaconing@office:1h"))
                .isZero();

        assertThat(out.toString())
                .containsPattern("modbus-write +0 +\\d\\d+")
                .containsPattern("beaconing +[1-9]\\d* +0");
    }

    @Test
    void overwritesNothingUnasked() throws IOException {
        Files.createDirectories(dir.resolve("office"));
        Files.writeString(dir.resolve("office/conn.log"), "precious");

        assertThat(run("--sites", "office", "--duration", "1h")).isEqualTo(1);

        assertThat(err.toString())
                .contains("office/conn.log exists already. Overwrite it with --force");
        assertThat(dir.resolve("office/conn.log")).hasContent("precious");
    }

    @Test
    void saysWhatStandsInTheWay() throws IOException {
        Files.writeString(dir.resolve("office"), "a file, not a folder");

        assertThat(run("--sites", "office", "--duration", "1h", "--attacks", "none")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("talon simulate: ")
                .contains("office")
                .contains("--out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sites shed|there is no kind 'shed'",
                "--duration 1x|'1x' is no length of time",
                "--duration 0s|must be above 0",
                "--start yesterday|'yesterday' is no time",
                "--attacks flood|there is no family 'flood'; there are port-scan",
                "--attacks port-scan:1h:1h:1:1|is not of the form FAMILY[@SITE]",
                "--attacks port-scan@shed|there is no site shed",
                "--attacks port-scan:25h|begins when the simulation of PT24H is over",
                "--attacks port-scan:1h:1h:x|'x' is no intensity",
                "--attacks port-scan:1h:1h:-1|intensity above 0",
                "--sites office --attacks modbus-write|there is no plant among the sites",
                "--sites office --attacks modbus-write@office|have no Modbus devices",
                "--format xml|expected one of",
                "--what|Unknown option",
            })
    void wrongUsageIsExplained(String args, String message) {
        assertThat(run(args.split(" "))).isEqualTo(2);

        assertThat(err.toString()).contains(message).contains("Usage: talon simulate");
        assertThat(out.toString()).isEmpty();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void helps() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString())
                .contains("Usage: talon simulate", "--attacks", "modbus-write", "Examples:");
    }

    private static Set<String> uids(String document) throws IOException {
        Set<String> uids = new HashSet<>();
        try (JsonParser json = new JsonFactory().createParser(document)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY
                        && "uids".equals(json.currentName())) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        uids.add(json.getText());
                    }
                }
            }
        }
        return uids;
    }
}
