// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.evaluation.protocol.Plan;
import io.talon.evaluation.report.Results;
import io.talon.evaluation.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that every measuring command has. */
final class RunOptions {
    /** What is printed to stdout. */
    enum Format {
        TABLE,
        JSON
    }

    /** Receives what a command found, instead of standard output. */
    interface Sink {
        void found(String command, Results results, Table summary) throws IOException;
    }

    /** Where results go; by default they are printed. */
    Sink sink = this::print;

    @Option(
            names = "--quick",
            description =
                    "Fewer pairs, draws and seeds: a look within 3 minutes, with wide intervals.")
    boolean quick;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description =
                    "Draws of triplets (default: 10, for single questions 3; 2 and 1 with"
                            + " --quick).")
    Integer draws;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "Seeds of everything random in a row (default: 5, for single questions 2; 1"
                            + " with --quick).")
    Integer seeds;

    @Option(
            names = "-k",
            split = ",",
            paramLabel = "K",
            description =
                    "Numbers of triplets, 5 among them (default: 0,1,3,5,10,20; 0,5 with"
                            + " --quick).")
    List<Integer> ks;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "What to print: ${COMPLETION-CANDIDATES} (default: table).")
    Format format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for tables, CSV, pictures and finished cells; a run that was stopped"
                            + " goes on there (default: results/<command>).")
    Path out;

    /** A plan with these options in place of its own. */
    Plan applied(Plan plan) {
        return new Plan(
                plan.pairs(),
                ks == null ? plan.ks() : ks,
                plan.mainK(),
                draws == null ? plan.draws() : draws,
                seeds == null ? plan.seeds() : seeds,
                plan.mostAttacks(),
                plan.cut());
    }

    /** Training of cores: brief in a quick look. */
    TrainingOptions training() {
        return quick ? TrainingOptions.defaults().withSteps(100) : TrainingOptions.defaults();
    }

    /** The plan for a question. */
    Plan question() {
        return applied(quick ? Plan.QUICK_QUESTION : Plan.QUESTION);
    }

    /** Seeds of a command that has no draws: as given, or 1 in a quick look. */
    int seeds(int usual) {
        return seeds != null ? seeds : quick ? 1 : usual;
    }

    Path folder(String command) {
        return out == null ? Path.of("results", command) : out;
    }

    /** The options as they would be given, for the header of results. */
    String text() {
        return (quick ? " --quick" : "")
                + (draws == null ? "" : " --draws " + draws)
                + (seeds == null ? "" : " --seeds " + seeds)
                + (ks == null
                        ? ""
                        : " -k " + String.join(",", ks.stream().map(String::valueOf).toList()));
    }

    private void print(String command, Results results, Table summary) throws IOException {
        System.out.println(
                format == Format.JSON
                        ? new ObjectMapper().writeValueAsString(results.all())
                        : summary.markdown());
    }
}
