// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the result of a benchmark: to standard output that alone, everything else beside it. */
public final class ReportOptions {

    enum Format {
        text,
        json
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    /**
     * Runs the benchmark and prints what it found. What anybody says to standard output meanwhile
     * (JMH, ND4J) goes to standard error.
     *
     * @return the exit code
     */
    public int print(Callable<? extends Report> benchmark) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            Report report = benchmark.call();
            out.println(
                    format == Format.json
                            ? new ObjectMapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(report.toMap())
                            : report.text());
            out.flush();
            return 0;
        } finally {
            System.setOut(out);
        }
    }

    /** Says what is being done. */
    public void say(String line) {
        command.commandLine().getErr().println(line);
        command.commandLine().getErr().flush();
    }
}
