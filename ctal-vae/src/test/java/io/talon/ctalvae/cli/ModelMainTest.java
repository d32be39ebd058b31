// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.model.SiteModel;
import io.talon.zeek.Conn;
import io.talon.zeek.ConnWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelMainTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void logs() throws IOException {
        List<Conn> flows = new ArrayList<>(Flows.site(80, 5));
        flows.addAll(Flows.scan(20, flows.get(79).endMicros() / 1e6));
        write("benign.log", Flows.site(120, 4));
        write("flows.log", flows);
        Files.writeString(
                folder.resolve("triplets.json"),
                "[{\"anchor\":\"C5x10\",\"positive\":null,\"negative\":\"S9\"}]");
    }

    private void write(String name, List<Conn> flows) throws IOException {
        try (ConnWriter writer = ConnWriter.tsv(Files.newOutputStream(folder.resolve(name)))) {
            for (Conn flow : flows) {
                writer.write(flow);
            }
        }
    }

    private int run(String... arguments) {
        String[] placed = new String[arguments.length];
        for (int i = 0; i < placed.length; i++) {
            placed[i] =
                    arguments[i].startsWith("@")
                            ? folder.resolve(arguments[i].substring(1)).toString()
                            : arguments[i];
        }
        CommandLine line = ModelMain.commandLine();
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExpandAtFiles(false)
                .execute(placed);
    }

    @Test
    void trainsAndAdaptsWithNothingOnStandardOutput() throws IOException {
        assertThat(run("train", "--flows", "@benign.log", "--steps", "20", "--out", "@model.talon"))
                .as(err.toString())
                .isZero();
        assertThat(
                        run(
                                "adapt",
                                "--model",
                                "@model.talon",
                                "--flows",
                                "@flows.log",
                                "--triplets",
                                "@triplets.json",
                                "--calibrate",
                                "@benign.log",
                                "--out",
                                "@site.talon"))
                .as(err.toString())
                .isZero();

        SiteModel site =
                SiteModel.load(folder.resolve("model.talon"))
                        .withAdaptor(folder.resolve("site.talon"));
        assertThat(site.maturity()).hasToString("ADAPTED");
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("120 flows").contains("step 20 of 20");
    }

    @Test
    void adaptsTheShippedModelByDefault() {
        assertThat(
                        run(
                                "adapt",
                                "--flows",
                                "@flows.log",
                                "--triplets",
                                "@triplets.json",
                                "--calibrate",
                                "@benign.log",
                                "--out",
                                "@site.talon"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains(SiteModel.base().modelVersion());
    }

    @Test
    void refusesUnknownUidsByName() throws IOException {
        Files.writeString(folder.resolve("triplets.json"), "[{\"anchor\":\"nobody\"}]");
        assertThat(
                        run(
                                "adapt",
                                "--flows",
                                "@flows.log",
                                "--triplets",
                                "@triplets.json",
                                "--calibrate",
                                "@benign.log",
                                "--out",
                                "@site.talon"))
                .isOne();
        assertThat(err.toString()).contains("no flow has the uid nobody");
        assertThat(folder.resolve("site.talon")).doesNotExist();
    }

    private int adapt(String triplets) throws IOException {
        Files.writeString(folder.resolve("triplets.json"), triplets);
        return run(
                "adapt",
                "--flows",
                "@flows.log",
                "--triplets",
                "@triplets.json",
                "--calibrate",
                "@benign.log",
                "--out",
                "@site.talon");
    }

    @Test
    void refusesContradictingTripletsBeforeAnyWork() throws IOException {
        assertThat(
                        adapt(
                                "[{\"anchor\":\"C5x10\",\"negative\":\"S9\"},"
                                        + "{\"anchor\":\"S9\",\"negative\":\"S10\"}]"))
                .isOne();
        assertThat(err.toString()).contains("contradict", "S9").doesNotContain("step");
        assertThat(folder.resolve("site.talon")).doesNotExist();
    }

    @Test
    void saysWhatIsWeakAndAdaptsAllTheSame() throws IOException {
        assertThat(
                        adapt(
                                "[{\"anchor\":\"C5x10\",\"positive\":\"S12\",\"negative\":\"S9\"},"
                                    + "{\"anchor\":\"C5x11\",\"positive\":\"S13\",\"negative\":\"C5x20\"}]"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString())
                .contains("triplets the negative is nearer", "C5x20")
                .contains("120 benign flows", "that takes 199");
    }

    @Test
    void refusesTamperedModelsByName() throws IOException {
        Files.write(folder.resolve("model.talon"), new byte[] {1, 2, 3});
        assertThat(
                        run(
                                "adapt",
                                "--model",
                                "@model.talon",
                                "--flows",
                                "@flows.log",
                                "--triplets",
                                "@triplets.json",
                                "--calibrate",
                                "@benign.log",
                                "--out",
                                "@site.talon"))
                .isOne();
        assertThat(err.toString()).contains("model.talon: not a Talon model");
    }

    @Test
    void oneBadLogDoesNotStopTheOthers() throws IOException {
        Files.writeString(folder.resolve("bad.log"), "this is no log\n");
        assertThat(
                        run(
                                "train",
                                "--flows",
                                "@bad.log",
                                "@benign.log",
                                "--steps",
                                "2",
                                "--out",
                                "@model.talon"))
                .isZero();
        assertThat(err.toString()).contains("bad.log");
    }

    @Test
    void failsIfNoLogCanBeRead() {
        assertThat(run("train", "--flows", "@none.log", "--out", "@model.talon")).isOne();
        assertThat(err.toString()).contains("none.log").contains("no flow could be read");
    }

    @Test
    void refusesAnOutputThatCannotBeWrittenBeforeAnyWork() {
        assertThat(run("train", "--flows", "@benign.log", "--out", "@nowhere/model.talon")).isOne();
        assertThat(err.toString()).contains("nowhere").doesNotContain("step");
    }

    @Test
    void wrongUsageIsTwo() {
        assertThat(run("train")).isEqualTo(2);
        assertThat(run("train", "--flows", "@benign.log", "--out", "@m.talon", "--steps", "0"))
                .isEqualTo(2);
        assertThat(run("adapt", "--engine", "abacus")).isEqualTo(2);
    }
}
