// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the job. */
@Command(
        name = "stream",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Measures the whole job, every flow scored, against the scoring engine alone on the"
                    + " same sequences, and against the same job with another scorer.",
            "Each run is a JVM of its own, held to one core while it is timed, where the machine"
                    + " has taskset; ratios are of flows per second of CPU that it used, everything"
                    + " included."
        },
        footer = {
            "",
            "Flows are the logs under $TALON_DATA/zeek (default ../shared/data/zeek), or simulated"
                    + " ones where there are none.",
            "The result goes to standard output, everything else to standard error."
        })
public final class StreamCommand implements Callable<Integer> {

    enum Format {
        text,
        json
    }

    @Spec private CommandSpec spec;

    @Option(names = "--quick", description = "Short runs, once each: about three minutes.")
    private boolean quick;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Path home = Path.of(System.getProperty("talon.home", ".")).toAbsolutePath().normalize();
        String data = System.getenv("TALON_DATA");
        Path logs = (data == null ? home.resolve("../shared/data") : Path.of(data)).resolve("zeek");
        Path scratch = Files.createTempDirectory("talon-bench");
        try {
            StreamBench bench =
                    new StreamBench(
                            quick ? StreamPlans.quick() : StreamPlans.full(),
                            logs.normalize(),
                            home,
                            scratch,
                            line -> {
                                err.println(line);
                                err.flush();
                            });
            StreamReport report = bench.run();
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    format == Format.json
                            ? new ObjectMapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(report.toMap())
                            : report.text());
            out.flush();
            return 0;
        } finally {
            try (var files = Files.walk(scratch)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(java.io.File::delete);
            }
        }
    }
}
